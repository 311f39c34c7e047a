"""Names as people in Nusa Tenggara Timur bear them: common surnames and given names, put together by chance."""

from __future__ import annotations

from .chance import Chance, by_frequency

MALE = by_frequency(
    """Yohanes Yosef Fransiskus Antonius Agustinus Petrus Paulus Stefanus Yakobus Dominikus Marthen Melkianus
    Kristoforus Benediktus Mikael Gabriel Rafael Vinsensius Ignasius Laurensius Wilhelmus Kornelis Yeremias
    Yulius Simon Matheus Markus Lukas Thomas Filipus Andreas Bernadus Aloysius Hendrikus Gregorius Emanuel
    Daniel Samuel Yoseph Adrianus Blasius Bonifasius Kanisius Klemens Maksimus Nikolaus Oktovianus Pius Remigius
    Robertus Silvester Siprianus Titus Urbanus Valentinus Viktor Yanuarius Zakarias Elias Esau Frederik Gerson
    Imanuel Jems Kristian Lodowik Mesakh Nahor Obed Soleman Semuel Tobias Yermias Yunus Yusak Arnoldus
    Ferdinandus Hironimus Konradus Leonardus Marselinus Norbertus Rikardus Sebastianus Teodorus Wensislaus
    Charles Djoni Jefri Roni Apolinaris Eduardus""".split()
)
FEMALE = by_frequency(
    """Maria Yuliana Margaretha Elisabet Katarina Theresia Veronika Yasinta Kristina Agustina Fransiska Yosefina
    Yohana Anastasia Bernadeta Dorkas Emerensiana Ferderika Getrudis Helena Imelda Kornelia Lusia Magdalena
    Mariana Martha Natalia Oktoviana Paulina Regina Rosalia Skolastika Sofia Susana Ursula Viktoria Welmintje
    Yakoba Yovita Adriana Agnes Antonia Apolonia Beatrix Brigita Debora Dominika Ester Filomena Florida Godeliva
    Hendrika Irena Klara Kresensia Lidia Melania Merlin Monika Novita Orpa Petronela Priska Rambu Ribka Sarlina
    Selfina Serlina Siska Stefania Sisilia Tersia Ermelinda Viviana Wilhelmina Yanti Yuningsih Adolfina Mersi
    Norma Juliana Dince Yublina Salomi""".split()
)
MUSLIM_MALE = by_frequency(
    """Muhammad Ahmad Abdul Usman Umar Ibrahim Ismail Yusuf Syarif Syamsul Zainal Ridwan Rahmat Hasan Husein Ali
    Hamzah Faisal Fauzi Khairul Syahrul Sulaiman Idris Mansur Nurdin Arifin Anwar Burhan Jafar Kasim Latif
    Mahmud Rusdin Saleh Tahir Zulkifli Bachtiar""".split()
)
MUSLIM_FEMALE = by_frequency(
    """Siti Nur Fatimah Aisyah Khadijah Halimah Hasnah Rahmawati Nurhayati Nurjannah Rosmiati Saidah Sumiati
    Suryani Zubaidah Marwah Hartati Jamilah Kartini Mariam Nurlaila Ramlah Salmah Wahidah Yuliati Asmah
    Darmawati Fitriani""".split()
)
MUSLIM_LAST = by_frequency(
    """Rahman Rahim Aziz Kadir Hidayat Hamid Malik Karim Wahab Gafur Salim Majid Hakim Ramadhan Saputra Lamuri
    Bapang Sengaji Kiwang Pua Waton Djou Leang Mahing Tokan Betan Atapukan Rajab Maulana Syukur Hadi""".split()
)
JAVA_MALE = by_frequency(
    """Suharto Sugeng Slamet Joko Agus Bambang Budi Eko Dwi Hadi Heru Sutrisno Supriyadi Wahyudi Widodo Susanto
    Santoso Setiawan Nugroho Prasetyo Kurniawan Purnomo Raharjo Sutopo Wibowo""".split()
)
JAVA_FEMALE = by_frequency(
    """Sri Endang Dewi Ratna Sulastri Suparmi Wahyuni Lestari Handayani Mulyani Rahayu Puspita Astuti Kusuma Indah
    Yuni Wati Setyowati Ningsih Utami""".split()
)
BALI_MALE = by_frequency(
    ["I Wayan", "I Made", "I Nyoman", "I Ketut", "I Gede", "I Putu", "I Kadek", "I Komang", "I Gusti Ngurah"], 64
)
BALI_FEMALE = by_frequency(
    ["Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Ketut", "Ni Luh", "Ni Putu", "Ni Kadek", "Ni Komang"], 64
)
BALI_GIVEN = by_frequency(
    """Sudiana Artawan Suardana Wirawan Sukerta Darmayasa Widiana Astawa Mahendra Budiarta Suryawati Ariani
    Puspawati""".split(),
    256,
)

FAMS = {
    "timor": """Naatonis Nubatonis Tefa Taneo Banunaek Boimau Benu Nenobais Nenohai Tamonob Sanam Kase Liu Lopo
        Nope Oematan Isu Fallo Fay Sabuna Selan Sila Takaeb Toto Tnunay Usfinit Kolo Kefi Naisoko Neno
        Sonbay Manbait Faot Mella Talan Tlonaen Tjeunfin Boeky""",
    "belu": """Bria Seran Klau Nahak Bere Mau Berek Manek Luan Fahik Taek Tae Asa Atok Leki Lelo Bouk Un Kehi
        Suri Tahu Lau Ma'u To'o""",
    "rote": """Ndun Ndaumanu Ndoen Lena Lay Ledoh Pah Manafe Mooy Messakh Tungga Therik Toelle Thei Saudale
        Sinlaeloe Sodak Amalo Adoe Bessie Bolla Dethan Dillak Fanggidae Fanggi Foeh Foenay Giri Haning
        Henuk Killa Lenggu Malelak Mbatu Nalle Nunuhitu Pandie Pelondou Sjioen Taopan Zacharias""",
    "sabu": """Lado Riwu Radja Dira Djami Kana Hege Ludji Mira Kitu Rihi Rohi Tadu Uly Wila Haba Huki Bunga
        Lulu Lomi Lobo Bire Nawa Kale Heo Kore Leo Tome Hawu""",
    "sumba": """Ndapa Ngailu Tamu Maramba Landu Ndima Wohangara Dapa Bili Bulu Malo Ngongo Mete Kaka Lede Loghe
        Rangga Wini Ate""",
    "alor": "Djobo Lanma Kamengmai Maukari Mautuka Pulinggomang Lakamau Molina Plaimo Atamau Beri Duka Kafelkai",
    "lamaholot": """Hurek Tukan Hayon Suban Kobun Riberu Bala Raya Ratu Soge Lamahoda Lamabelawa Koten Werang Boli
        Kopong Ola Payong Sinuor Wutun Making Ruing""",
    "flores": """da_Cunha da_Silva da_Costa Parera Pareira de_Ornai Fernandez Nong Moat Wangge Mbete Mari Sera
        Ngera Wea Lako Dhae Bhoko Djawa Gani Rato Meze Tuga Nuwa""",
    "manggarai": """Jehaut Jemadu Jelatu Hasan Nahas Ngampu Deno Kamelus Madur Dagur Jehamat Jeramun Gampur Nabit
        Dohong Hambur Habur Pantas Adur Agas Rotok""",
}
FAM_TABLES = {
    people: by_frequency([fam.replace("_", " ") for fam in fams.split()], 1024) for people, fams in FAMS.items()
}
PEOPLES = by_frequency(
    ["timor", "rote", "belu", "lamaholot", "flores", "manggarai", "sumba", "sabu", "alor", "muslim", "java", "bali"],
    256,
)


def make_fam(people: str, chance: Chance) -> str:
    """The family's surname, or nothing for peoples who have none."""
    table = FAM_TABLES.get(people)
    return chance.pick(table) if table else ""


def make_words(people: str, fam: str, sex: int, chance: Chance) -> tuple[str, ...]:
    """A full name as its words, without titles. `sex` is 1 for a man and 2 for a woman, as in a NIP."""
    draw = chance.random()
    if people == "muslim":
        given = chance.pick(MUSLIM_MALE if sex == 1 else MUSLIM_FEMALE)
        if draw < 0.12:
            return (given,)
        if draw < 0.75:
            return (given, chance.pick(MUSLIM_LAST))
        return unrepeated(given, chance.pick(MUSLIM_MALE if sex == 1 else MUSLIM_FEMALE), chance.pick(MUSLIM_LAST))
    if people == "java":
        given = chance.pick(JAVA_MALE if sex == 1 else JAVA_FEMALE)
        return (given,) if draw < 0.35 else unrepeated(given, chance.pick(JAVA_MALE if sex == 1 else JAVA_FEMALE))
    if people == "bali":
        order = chance.pick(BALI_MALE if sex == 1 else BALI_FEMALE)
        return (*order.split(), chance.pick(BALI_GIVEN))
    given = chance.pick(MALE if sex == 1 else FEMALE)
    last = make_fam(people, chance) if people == "manggarai" else fam  # the Manggarai share no surname in a family
    if draw < 0.06:
        return (given,)
    if draw < 0.60:
        return (given, last)
    middle = chance.pick(MALE if sex == 1 else FEMALE)
    if sex == 2 and chance.happens(0.3):
        given = "Maria"
    if draw < 0.95:
        return unrepeated(given, middle, last)
    return unrepeated(given, middle, make_fam(people, chance), last)


def unrepeated(*words: str) -> tuple[str, ...]:
    """The words, without one that chance drew twice."""
    return tuple(dict.fromkeys(words))


FRONT_TITLES = ("Ir.", "Drs.", "Dr.", "dr.", "Ir.", "Drs.")
BACK_TITLES = by_frequency(
    """S.T. S.E. S.Sos. S.H. S.Pd. S.Kom. S.STP. S.Pt. S.I.P. S.P. S.K.M. A.Md. S.Kep. S.Si.""".split(), 256
)
HIGHER_TITLES = by_frequency("M.Si. M.M. M.T. M.A.P. M.Pd. M.H. M.Kes. M.Sc.".split(), 128)


def make_titles(sex: int, age: int, chance: Chance) -> tuple[str, tuple[str, ...]]:
    """A front title, or nothing, and the titles behind the name."""
    draw = chance.random()
    if draw < 0.14:
        return "", ()
    front = ""
    if age > 50 and chance.happens(0.25):
        front = chance.pick(FRONT_TITLES)
        if front == "Drs." and sex == 2:
            front = "Dra."
    back = [] if front.startswith(("Drs", "Dra", "Ir")) else [chance.pick(BACK_TITLES)]
    if chance.happens(0.4):
        back.append(chance.pick(HIGHER_TITLES))
    return front, tuple(back)
