import Testing

@testable import Screening

@Suite struct ScratchTests {
  @Test func probe() {
    var folder = NameFolder()
    for text in ["Maâ€™u", "NoÃ«l", "Ma’u", "Y0hanes Bria", "Ahmad bin Yusuf", "Siti binti H. Ahmad", "Tan Lim alias Budi", "Ny. Petrus Klau", "Nyonya Petrus Klau", "Ny Petrus Klau", "Alm. Paulus Mau", "(Almh.) Maria Lay", "A.A. Gde", "A. A. Gde", "AA Gde", "I Wyn. Suta", "I Wayan Suta", "I Kt. Rai", "Ni Kt Rai", "Ni Ketut Rai", "I Gst Ngr Anom", "I Gusti Ngurah Anom", "IGN Anom", "Ida Bgs. Oka", "I.B. Oka", "Ida Bagus Oka", "Maria Lay", "Mariana Lay", "Yohana Bria", "Yohanes Bria", "St. Aisyah", "Aisyah, ST", "Aisyah, S.T.", "ST. AISYAH", "Sitti Aisyah", "Siti Aisyah", "Budi Santoso ST", "BUDI SANTOSO ST", "BUDI SANTOSO ST MT", "BUDI SANTOSO S.T. M.T.", "BUDI AGUS SANTOSO ST MT", "Budi Santoso SE MM", "Budi Santoso, S.Sos.MKP", "Budi Santoso,SPd.MPd", "Budi Santoso, Spd", "Budi Santoso, SE. MM", "Drs.H.Budi Santoso", "Drs.Ec. Budi Santoso", "Ir.Budi Santoso", "BUDI SANTOSO, S.PD", "Budi Santoso, S Pd", "Budi Santoso, S.Pd.,M.Pd.", "Dr. H.C. Budi Santoso", "M.Y. Lay", "M. Y. Lay", "MY Lay", "Ma'u", "12345", "Budi 10", "Ahmad Ibn Yusuf", "Muh. bin Ali alias Joni", "H. Bin", "Alias Budi", "Prof. DR. Ir. Budi, M.Sc., Ph.D", "Budi, S.H, M.H", "Budi Sarjana Teknik", "Apt. Maria, S.Farm", "Alm", "Maria Goreti (Almh)", "Riwu  Kore", "d'Silva", "Dr Budi", "dr. Budi SpPD", "Budi SpPD", "Budi Santoso, Spd.I", "Budi Santoso, SPdI", "Budi Santoso, SKM.MKes", "Budi Santoso, S.Tt", "Rm. Yosef SVD", "RD Yosef", "Sr. Maria, SSpS", "Yosef Lay, Pr"] {
      let name = folder.fold(text)
      print("P|\(text)|\(name.tokens.map { folder.table.text($0) }.joined(separator: " "))|\(name.patronym)|\(name.steps.names.joined(separator: ","))")
    }
  }
}
