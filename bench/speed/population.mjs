// A CRM's people for the speed benchmark, a million of them in seconds: names of several cultures, drawn by rank, over a long
// tail of made-up ones; one address and one number each; people who are also in a second system, and households that share
// a surname and a number. And handles of the shapes that people choose, with known truth. Everything follows from the seed.
import { seeded } from "../people.mjs";

const list = (text) => text.split(" ").map((name) => name.replaceAll("_", " "));

/** Share of the people, names by rank, and the syllables of which the long tail of surnames is made. */
const cultures = [
	{
		share: 0.42,
		given: list(
			"James Mary Michael Jennifer John Linda David Elizabeth William Susan Robert Jessica Richard Sarah Joseph Karen Thomas " +
				"Emily Christopher Lisa Daniel Nancy Matthew Ashley Anthony Sandra Mark Margaret Donald Kimberly Steven Donna Andrew " +
				"Michelle Paul Carol Joshua Amanda Kenneth Melissa Kevin Deborah Brian Stephanie George Rebecca Timothy Laura Ronald " +
				"Sharon Jason Cynthia Edward Kathleen Jeffrey Amy Ryan Angela Jacob Shirley Gary Anna Nicholas Brenda Eric Pamela " +
				"Jonathan Emma Stephen Nicole Larry Helen Justin Samantha Scott Katherine Brandon Christine Benjamin Debra Samuel " +
				"Rachel Gregory Carolyn Alexander Janet Patrick Catherine Frank Heather Raymond Diane Jack Olivia Dennis Julie Jerry " +
				"Joyce Tyler Victoria Aaron Kelly Jose Christina Adam Joan Nathan Evelyn Henry Lauren Zachary Judith Douglas Megan " +
				"Peter Andrea Kyle Cheryl Noah Hannah Ethan Jacqueline Jeremy Martha Walter Gloria Christian Teresa Keith Ann Roger " +
				"Sara Terry Madison Austin Frances Sean Kathryn Gerald Janice Carl Jean Dylan Abigail Harold Alice Jordan Julia Jesse " +
				"Judy Bryan Sophia Lawrence Grace Arthur Denise Gabriel Amber Bruce Doris Logan Marilyn Billy Danielle Joe Beverly " +
				"Alan Isabella Juan Theresa Elijah Diana Willie Natalie Albert Brittany Wayne Charlotte Randy Marie Mason Kayla Vincent " +
				"Alexis Liam Lori Roy Tracy Bobby Tiffany Caleb Wendy Bradley Vanessa Russell Holly Lucas Erica Fiona Gareth Imogen " +
				"Callum Siobhan Alasdair Poppy Nigel Gemma Rhys Aoife Declan Niamh Hamish Bronwyn",
		),
		family: list(
			"Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White " +
				"Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell " +
				"Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson " +
				"Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes Price Myers Long Foster " +
				"Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan " +
				"Reynolds Hamilton Graham Wallace Cole West Stone Hawkins Dunn Perkins Hudson Spencer Gardner Stephens Payne Pierce " +
				"Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews " +
				"Harper Fox Riley Armstrong Carpenter Weaver Greene Lawrence Elliott Chavez Sims Austin Peters Kelley Franklin Lawson " +
				"Fields Ryan Schmidt Carr Wheeler Chapman Oliver Montgomery Richards Williamson Johnston Banks Meyer Bishop McCoy Howell " +
				"Morrison Hansen Garza Harvey Little Burton Stanley George Jacobs Reid Kim Fuller Lynch Dean Gilbert O'Brien O'Connor " +
				"McDonald MacLeod Fitzgerald Llewellyn Pritchard Byrne Doyle Gallagher Sinclair Abernathy",
		),
		tail: [
			"Ash Black Brad Brans Car Chat Clay Cran Dal Den East Fair Farn Glen Good Grim Hald Ham Har Hav Hol Kel Ken Lang Lin Lock Mar Mel Nor Oak Pem Pick Rad Ros Shel Stan Sut Thorn Wake Wes Whit Win",
			" er le ing en an s ley mer ber bur den el ar ow in",
			"ton ley ford well worth by ham field wood man smith son shaw more land ridge croft stead wick bury bourne combe ward gate brook hurst",
		],
	},
	{
		share: 0.12,
		given: list(
			"María José Carmen Antonio Juan Ana Luis Laura Carlos Lucía Jesús Marta Javier Paula Miguel Sofía Ángel Elena Pedro Cristina " +
				"Francisco Patricia Alejandro Isabel Manuel Rosa Diego Andrea Jorge Claudia Sergio Valentina Fernando Daniela Pablo " +
				"Gabriela Ricardo Alejandra Roberto Mariana Raúl Adriana Andrés Verónica Rubén Beatriz Óscar Natalia Eduardo Silvia " +
				"Guadalupe Ximena Iván Rocío Hugo Pilar Gonzalo Yolanda Ignacio Inés",
		),
		family: list(
			"García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz " +
				"Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco " +
				"Suárez Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Castillo Cortés Garrido Santos Guerrero Lozano Cano " +
				"Cruz Méndez Flores Prieto Herrera Peña León Márquez Reyes Vega Fuentes Aguilar Salazar Ríos Mejía",
		),
		tail: [
			"Al Ar Bar Ber Cal Cam Car Cas Cor Del Es Fer Gal Gar Her Iba Jara Lar Mal Man Mira Mon Nava Oli Pal Per Quin Rob Sal San Sol Tor Val Vil Zam Zar",
			" a e i o an en ar er ol ol il and",
			"ez era ero edo illo uela ano ales osa ado eda ina oya ondo arra eta ejo ando era ante",
		],
		doubled: 0.4,
	},
	{
		share: 0.06,
		given: list(
			"Maria José Ana João Francisca António Luísa Pedro Beatriz Paulo Mariana Carlos Catarina Lucas Juliana Tiago Inês Rafael " +
				"Fernanda Bruno Camila Gustavo Larissa Felipe Amanda Rodrigo Letícia Thiago Bruna Nuno Sílvia Rui Joana Vítor Débora",
		),
		family: list(
			"Silva Santos Oliveira Souza Pereira Ferreira Costa Rodrigues Almeida Lima Gomes Ribeiro Carvalho Martins Araújo Melo " +
				"Barbosa Cardoso Nascimento Rocha Dias Moreira Nunes Mendes Freitas Teixeira Correia Pinto Moura Cavalcanti Antunes " +
				"Figueiredo Magalhães Coelho da_Silva dos_Santos da_Costa",
		),
		tail: [
			"Al Bar Ber Bran Cal Cam Car Cer Cor Del Fal Fer Gal Gra Lam Lei Lou Mal Mar Mei Mon Nog Pai Pal Pei Quei Ra Sal Sei Ta Var Vi",
			" a e o an ar el er im ol ou",
			"eira eiro edo ais ão inho ães oso ento ido ães eda osa ura ado",
		],
	},
	{
		share: 0.06,
		given: list(
			"Marie Jean Camille Pierre Léa Michel Manon Philippe Chloé Alain Emma Nicolas Inès Julien Sarah Thomas Julie Antoine Élodie " +
				"François Céline Guillaume Aurélie Sébastien Amélie Jérôme Mathilde Olivier Clémence Hugo Anaïs Jean-Pierre Margaux " +
				"Jean-Luc Noémie Benoît Hélène Cédric Océane Anne-Sophie",
		),
		family: list(
			"Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand " +
				"Roux Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure " +
				"Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Gauthier Lemaire de_La_Tour Chevalier Deschamps",
		),
		tail: [
			"Bar Beau Ber Bois Bou Bré Cam Car Cha Char Cla Cor Dau De Del Des Du Fa Fon Ga Gau Gré Gui La Lan Le Mar Mau Mon Mou Pel Per Pi Ra Re Ro Sau Ta Ver Vi",
			" a e i an au el en er ill on ou",
			"eau ard ault et ier on elle and in ot aud eux ois ert aine oux ac ette igny",
		],
	},
	{
		share: 0.07,
		given: list(
			"Peter Anna Michael Maria Thomas Sabine Andreas Petra Stefan Julia Christian Monika Markus Katharina Matthias Susanne Jürgen " +
				"Lena Klaus Claudia Lukas Birgit Jan Stefanie Felix Ursula Wolfgang Lea Jonas Ingrid Günter Nele Sven Hannelore Björn " +
				"Antje Heinz Franziska Tobias Ulrike Lotte Daan Femke Sem Anouk Bram Maaike",
		),
		family: list(
			"Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder " +
				"Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier Huber Mayer " +
				"Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Keller Günther Frank Berger de_Jong Jansen de_Vries " +
				"van_den_Berg Bakker van_Dijk Visser Smit von_Bülow",
		),
		tail: [
			"Al Bach Bau Ber Birk Blum Bod Brand Dorn Eich Eng Fal Fin Gold Gref Hag Hein Hel Her Hil Holz Kal Kle Kor Lau Lin Lud Mar Nie Ober Pfeil Reich Rit Rosen Sand Schön Stein Thal Wald Wein Wid",
			" e el en er inger in s ers",
			"berg mann bach stein feld er ke hardt meier horst dorf haus burg wald thal inger stedt kamp brink huis",
		],
	},
	{
		share: 0.04,
		given: list(
			"Giuseppe Maria Marco Anna Giovanni Giulia Andrea Francesca Luca Chiara Antonio Sara Francesco Valentina Alessandro Laura " +
				"Matteo Martina Lorenzo Elena Davide Silvia Stefano Federica Roberto Paola Simone Alice Nicolò Ilaria",
		),
		family: list(
			"Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Costa Giordano Mancini " +
				"Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone D'Angelo",
		),
		tail: [
			"Al Ba Bel Ber Bo Bra Cal Can Car Cas Ce Co Da Fa Fer Fio Gal Gam Gri La Lom Mal Man Mar Mas Mon Pa Pel Pi Por Ra Sal San Ta Tor Ve Vi Zan",
			" a an ar el er i il in on ol",
			"etti elli ini oni ucci ato aro ino one azzi otti anti esi ardi iello acci",
		],
	},
	{
		share: 0.06,
		given: list(
			"Anna Jan Katarzyna Piotr Agnieszka Krzysztof Małgorzata Andrzej Ewa Tomasz Olga Aleksandr Natalia Sergei Irina Dmitri " +
				"Tatiana Andrei Elena Oleksandr Oksana Volodymyr Svitlana Mykola Iryna Petr Jana Tomáš Lucie Jiří Ivana Marko Milica " +
				"Nikola Jovana Luka Paweł Michał Zofia",
		),
		family: list(
			"Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Ivanov Petrov Smirnov Kuznetsov " +
				"Popov Volkov Shevchenko Bondarenko Kovalenko Tkachenko Kravchenko Melnyk Novák Svoboda Dvořák Procházka Horvat Kovačević " +
				"Babić Marić Jovanović Petrović Nikolić",
		),
		tail: [
			"Ad Bar Bel Bogd Bor Bud Cher Czar Dan Dob Dom Drozd Fed Gor Grab Gri Jab Jan Kal Kas Kol Kor Kos Kov Kra Lis Luk Mal Mar Mik Mos Nov Ole Pav Pol Rad Rog Sad Sem Sok Tar Vas Vor Wol Zab Zah",
			" a al an ar ek en er i in on ow",
			"ski enko ov ev ak czyk ić ik uk ewicz in ovsky chuk yk ec enka as yshyn",
		],
	},
	{
		share: 0.05,
		given: list(
			"Mohammed Fatima Ahmed Aisha Ali Maryam Omar Layla Hassan Noor Ibrahim Zainab Yusuf Khadija Mustafa Sara Khalid Hana Mahmoud " +
				"Salma Mehmet Ayşe Emre Elif Murat Zeynep Hüseyin Emine Reza Zahra Hossein Shirin Tariq Samira Karim Amina Bilal Rania",
		),
		family: list(
			"Khan Ali Hussain Ahmed Hassan Malik Ibrahim Mahmoud Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Ahmadi Hosseini " +
				"Mohammadi Karimi Rahman Sheikh Haddad Khoury Mansour Saleh Nasser Farouk Al-Masri El-Sayed Abdullah Qureshi",
		),
		tail: [
			"Ab Ach Ak Al Am Ar Az Bad Bak Ben Bin Da Far Fay Gha Had Ham Har Is Jab Jam Kad Kar Kha Lab Mah Mak Man Mar Mer Nad Naj Os Qas Ra Sa Sam Sha Sul Ta Tun Ya Za",
			" a ab ad al am an ar as id if im in ou",
			"i oui oglu zadeh an ani awi ari aci lar eddine our ami ouri iyev ullah asi",
		],
	},
	{
		share: 0.06,
		given: list(
			"Priya Rahul Anjali Amit Pooja Arjun Neha Vikram Deepa Sanjay Kavita Rajesh Sunita Suresh Lakshmi Anil Meera Ravi Divya " +
				"Krishna Nisha Manoj Swati Arun Shreya Vijay Aarti Rohit Ritu Ashok Nikhil Ananya Kiran Sandeep Geeta Harpreet Gurpreet",
		),
		family: list(
			"Singh Kumar Patel Sharma Shah Gupta Khan Reddy Das Rao Joshi Mehta Verma Jain Nair Iyer Agarwal Mishra Desai Chowdhury " +
				"Banerjee Mukherjee Chatterjee Pillai Menon Kaur Gill Sandhu Naidu Bhatt Kulkarni Patil Perera Fernando Jayawardena",
		),
		tail: [
			"Ach Aga Ban Bha Bhar Cha Chak Chan Dha Dev Gan Gho Gop Har Jag Jay Kal Kan Kri Lak Mad Mah Mal Man Muk Nag Nar Pad Pan Pra Raj Ram San Sar Shan Sri Sub Sun Tha Ven Vij Vis",
			" a ar al an as at av esh in",
			"an murthy raj nathan kar war dhary jee lal pati wala swamy adkar appa eddy esan ani ia",
		],
	},
	{
		share: 0.03,
		given: list(
			"Wei Jing Min Li Fang Jun Yan Lei Xin Hao Mei Ying Tao Hui Jie Ling Yang Xiao Feng Na Qiang Yu Minh Linh Hung Thuy Tuan Huong",
		),
		family: list(
			"Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Liang Song Tang Zheng Feng Deng Nguyen Tran Le Pham",
		),
		tail: ["B C Ch D F G H J K L M P Q Sh T X Y Zh", "a ao e ei i ia iao o u ui", " n ng"],
	},
	{
		share: 0.03,
		given: list(
			"Hiroshi Yuki Takashi Aiko Kenji Sakura Haruto Yui Satoshi Akiko Daiki Emi Naoki Keiko Min-jun Seo-yeon Ji-hoon Ji-woo Hyun Eun-ji",
		),
		family: list(
			"Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Kim Lee Park Choi Jung Kang Cho Yoon",
		),
		tail: [
			"Ao Aka Fuji Fuku Hama Hara Hira Hoshi Ichi Ima Iwa Kami Kawa Kita Ko Kuro Maru Matsu Mi Miya Mori Naga Naka Nishi Oka Ono Saka Shima Shira Sugi Taka Take Tomi Tsuka Uchi Ue Yama Yoshi",
			" no ga ka mu ra",
			"da ta moto mura yama kawa gawa shima saki hara no guchi no uchi be i bayashi hashi naka zawa",
		],
	},
];
/** Given names that parents made up: the tail of every culture alike. */
const givenTail = [
	"Al An Bel Bri Cal Da De El Em Fay Ja Jay Jo Ka Kay La Le Mar May Mi Ne Ra Rey Sha Ta Ty Va Za",
	" l la li n na ne r ri s sh v y",
	"a an ah el en ia ie in is on or yn ette ius elle",
];
const short = {
	Robert: "Bob",
	William: "Bill",
	Michael: "Mike",
	Elizabeth: "Liz",
	Thomas: "Tom",
	Katherine: "Kate",
	James: "Jim",
	Jennifer: "Jen",
	Daniel: "Dan",
	Matthew: "Matt",
	Joseph: "Joe",
	Patricia: "Pat",
	Christine: "Chris",
	Christopher: "Chris",
	Samuel: "Sam",
	Alexander: "Alex",
	Benjamin: "Ben",
	Nicholas: "Nick",
	Anthony: "Tony",
	Richard: "Rick",
	Edward: "Ed",
	Timothy: "Tim",
	Steven: "Steve",
	Andrew: "Andy",
	Rebecca: "Becky",
	Deborah: "Deb",
	Susan: "Sue",
	Margaret: "Maggie",
	Jonathan: "Jon",
	Gregory: "Greg",
	Francisco: "Paco",
	José: "Pepe",
	Guillaume: "Gui",
	Francesca: "Franci",
	Katarzyna: "Kasia",
	Małgorzata: "Gosia",
	Aleksandr: "Sasha",
	Alejandro: "Ale",
	Mohammed: "Mo",
};
const cities = list(
	"London New_York Toronto Sydney Chicago Leeds Austin Dublin Boston Seattle Madrid Bogotá Sevilla Porto São_Paulo Lyon Paris " +
		"Berlin Wien Utrecht Milano Gdańsk Kyiv Praha Cairo Ankara Mumbai Pune Lagos Nairobi Osaka Seoul Singapore Adelaide",
);
const trades = ["Optics", "Supply", "Labs", "Media", "Travel", "Foods", "Partners", "Legal", "Motors", "Health"];
const providers = ["mail.example.com", "post.example.net", "inbox.example.org", "webmail.example.com"];

const pick = (options, random) => options[Math.floor(random() * options.length)];
function weighted(options, weightOf, random) {
	let at = random() * options.reduce((sum, option) => sum + weightOf(option), 0);
	return options.find((option) => {
		at -= weightOf(option);
		return at < 0;
	});
}

/** Of names in the order of their frequency: the first is borne by a few in a hundred, the next by little fewer. */
function byRank(names, random) {
	const flat = names.length / 8;
	return names[Math.min(names.length - 1, Math.floor(flat * (9 ** random() - 1)))];
}

const strokes = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th" };
/** "Zoë O'Brien" -> "zoe o'brien" */
export const fold = (text) =>
	text
		.normalize("NFD")
		.toLowerCase()
		.replace(/\p{M}/gu, "")
		.replace(/[łøđıßæœðþ]/g, (letter) => strokes[letter]);
/** "Zoë O'Brien" -> "zoeobrien", as in addresses and handles. */
export const bare = (text) => (/^[A-Za-z]+$/.test(text) ? text.toLowerCase() : fold(text).replace(/[^a-z]/g, ""));
export const fullNameOf = ({ names: [{ given, family }] }) => `${given} ${family}`;

/** The `at`-th name made of the syllables. Some are made several times, so that not all are equally rare. */
function madeOf([starts, middles, ends], at) {
	const number = Math.imul(at + 1, 0x9e3779b1) >>> 0;
	return (
		starts[number % starts.length] + middles[(number >>> 8) % middles.length] + ends[(number >>> 16) % ends.length]
	);
}

/** A draw gives a person's given name and surname. */
function namer(random) {
	const syllables = (tail) => tail.map((part) => part.split(" "));
	const madeUp = syllables(givenTail);
	const stock = cultures.map((culture) => ({ ...culture, tail: syllables(culture.tail) }));
	const rare = (tail, count) => madeOf(tail, Math.floor(count * random()));
	// The shorter the list of a culture, the smaller the share of its people whose names are on it.
	const surname = ({ family, tail }) =>
		random() < 0.2 + family.length / 500 ? byRank(family, random) : rare(tail, 30_000);
	return () => {
		const culture = weighted(stock, ({ share }) => share, random);
		const given = random() < 0.88 ? byRank(culture.given, random) : rare(madeUp, 4_000);
		const family = surname(culture);
		return { given, family: random() < (culture.doubled ?? 0) ? `${family} ${surname(culture)}` : family };
	};
}

/**
 * The area has a 9 in the middle, as none in North America has yet: the numbers are nobody's. Their last seven digits are as
 * many as those of real ones, so that at a million one in eight ends like another by chance.
 */
function numberOf(random) {
	const digits = String(2_000_000_000 + Math.floor(random() * 8_000_000_000));
	const line = digits.slice(6);
	const area = `${digits[0]}9${digits[2]}`;
	const exchange = `${2 + (digits[3] % 8)}${digits.slice(4, 6)}`;
	const written = random();
	if (written < 0.4) return `+1 ${area} ${exchange} ${line}`;
	if (written < 0.7) return `(${area}) ${exchange}-${line}`;
	if (written < 0.9) return `+1${area}${exchange}${line}`;
	return `+1 (${area}) ${exchange}-${line} x${Math.floor(random() * 900) + 100}`;
}

/** `index` keeps addresses apart: at the big providers all plain names are taken, and colleagues are few. */
function addressOf({ given, family }, index, random) {
	const [first, last] = [bare(given), bare(family)];
	const form = random();
	const local =
		form < 0.5
			? `${first}.${last}`
			: form < 0.7
				? first[0] + last
				: form < 0.85
					? first + last
					: form < 0.95
						? `${last}.${first}`
						: first;
	return random() < 0.65
		? `${local}${index}@${pick(providers, random)}`
		: `${local}@firm${Math.floor(index / 60)}.example.com`;
}

/** The name of the same person as another system has it. */
function nameElsewhere({ given, family }, random) {
	const written = random();
	if (written < 0.6) return { given, family };
	if (written < 0.75) return { given: short[given] ?? given, family };
	if (written < 0.85) return { given: `${given[0]}.`, family };
	return { given: given.toUpperCase(), family: family.toUpperCase() };
}

/** Share of the records that are of somebody in another system too, and that share a household with the one before. */
const TWINS = 0.03;
const HOUSEHOLDS = 0.08;

/** A record of its own, of somebody who has one, or of somebody who lives with the person of the last one. */
function recordOf(index, draw, random, [twin, housemate]) {
	const name = twin?.names[0] ?? { ...draw(), ...(housemate && { family: housemate.names[0].family }) };
	return {
		id: `r${index}`,
		names: [twin ? nameElsewhere(name, random) : name],
		emails: twin && random() < 0.5 ? twin.emails : [addressOf(name, index, random)],
		phones: (twin ?? housemate)?.phones ?? [numberOf(random)],
	};
}

/**
 * `count` records in the loose form that a file gives, each with a name, an address and a number, rich ones with a city and
 * a firm too; and for each the index of the first record of its person.
 */
export function makePopulation(count, { seed = 1, rich = false } = {}) {
	const random = seeded(seed);
	const draw = namer(random);
	const records = [];
	const people = new Int32Array(count);
	while (records.length < count) {
		const index = records.length;
		const kind = index === 0 ? 1 : random();
		const own = kind < TWINS ? people[Math.floor(random() * index)] : index;
		people[index] = own;
		const housemate = kind >= TWINS && kind < TWINS + HOUSEHOLDS ? records[index - 1] : undefined;
		const record = recordOf(index, draw, random, [records[own], housemate]);
		if (rich) {
			record.addresses = [{ city: byRank(cities, random) }];
			record.organization = `${pick(cultures[0].family, random)} ${pick(trades, random)}`;
		}
		records.push(record);
	}
	// Joined strings are trees until they are read. From a file they come flat, and nothing is shared.
	for (let from = 0; from < count; from += 1_000) {
		const flat = JSON.parse(JSON.stringify(records.slice(from, from + 1_000)));
		flat.forEach((record, i) => {
			records[from + i] = record;
		});
	}
	return { records, people };
}

/** "van den Berg" is one surname, of "García López" people use the first. */
const surnameIn = (family) => bare(/^\p{Lu}/u.test(family) ? family.split(" ")[0] : family);
/** One letter left out, doubled, changed, or two of them swapped. */
function misspelt(text, random) {
	const at = 1 + Math.floor(random() * (text.length - 2));
	const [before, letter, next, after] = [text.slice(0, at), text[at], text[at + 1], text.slice(at + 2)];
	return (
		before + pick([next, letter + letter + next, pick([..."aeinorst"], random) + next, next + letter], random) + after
	);
}
const nicknameOf = (given) => short[given] ?? given.split(/[ -]/)[0].slice(0, 5);
const number = (random) => Math.floor(random() * (random() < 0.6 ? 100 : 2_000));

/** Name, weight, and how it is made of given name and surname. */
const shapes = [
	["first+last", 20, (first, last) => first + last],
	["first_last", 8, (first, last, random) => first + pick(["_", ".", "-"], random) + last],
	["first+last+digits", 9, (first, last, random) => first + last + number(random)],
	["initial+last", 10, (first, last) => first[0] + last],
	["initial+last+digits", 4, (first, last, random) => first[0] + last + number(random)],
	["last+first", 5, (first, last) => last + first],
	["last+initial", 3, (first, last) => last + first[0]],
	["first+initial", 4, (first, last, random) => first + last[0] + (random() < 0.5 ? number(random) : "")],
	["nickname+last", 7, (first, last, random, { given }) => bare(nicknameOf(given)) + last],
	["shortened", 5, (first, last) => first.slice(0, 3) + last.slice(0, 4)],
	["affix", 5, (first, last, random) => pick(["the", "real", "dr", "mr", "its", "iam"], random) + first + last],
	["last+word", 2, (first, last, random) => last + pick(["family", "photo", "law", "hq"], random)],
	["first+word", 4, (first, last, random) => first + pick(["runs", "codes", "photo", "cooks", "travels"], random)],
	["initials", 2, (first, last, random) => first[0] + last[0] + number(random)],
	["misspelt", 4, (first, last, random) => misspelt(first + last, random)],
	[
		"opaque",
		8,
		(first, last, random) =>
			pick(["night", "pixel", "coffee", "moon", "turbo", "quiet"], random) +
			pick(["owl", "fox", "byte", "rider", "whale"], random) +
			number(random),
	],
];

/** Weight, and how the name is shown. */
const displayNames = [
	[66, ({ given, family }) => `${given} ${family}`],
	[8, ({ given, family }) => `${nicknameOf(given)} ${family}`],
	[5, ({ given, family }) => `${given[0]}. ${family}`],
	[4, ({ given }) => given],
	[4, ({ given, family }, random) => misspelt(`${given} ${family}`, random)],
	[3, ({ given, family }) => fold(`${given} ${family}`)],
	[2, ({ given, family }) => `${family.toUpperCase()} ${given}`],
	[8, ({ given, family }, random) => decorated(`${given} ${family}`, random)],
];
const decorated = (name, random) =>
	pick([`${name} ✨`, `Dr. ${name}`, `${name}, MBA`, `${name} | Author`, `🌍 ${name}`], random);

/** Handles of people drawn from the records, four in five, and of strangers, whose truth is null. All have a display name. */
export function makeHandles({ records, people }, count, { seed = 2 } = {}) {
	const random = seeded(seed);
	const strangers = makePopulation(count, { seed: seed + 1_000 }).records;
	return Array.from({ length: count }, (_, i) => {
		const truth = random() < 0.8 ? people[Math.floor(random() * records.length)] : null;
		const [name] = (truth === null ? strangers[i] : records[truth]).names;
		const [shape, , write] = weighted(shapes, ([, weight]) => weight, random);
		const handle = write(bare(name.given), surnameIn(name.family), random, name);
		const [, show] = weighted(displayNames, ([weight]) => weight, random);
		return { truth, shape, profile: { platform: "x", handle, displayName: show(name, random) } };
	});
}
