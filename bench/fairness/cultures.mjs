// Names of twenty-two naming cultures, from general knowledge: 32 given names, of men and of women in turn, and 40 surnames
// each, as "own script=usual Latin spelling/another"; where the own script is Latin, as "name/another form". Every culture
// says how its people write a whole name, and how common the commonest names are at home.

const lists = (text) =>
	text.split(" ").map((entry) => {
		const [own, latin = own] = entry.replaceAll("_", " ").split("=");
		const forms = latin.split("/");
		return { own: own === latin ? forms[0] : own, forms };
	});

/** How the names of a person are put together. Each is given in one script. */
const shapes = {
	plain: ({ given, family }) => ({ given, family, full: `${given} ${family}` }),
	/** Written by either order where the letters are Latin. */
	familyFirst: ({ given, family, own, reversed }) => ({
		given,
		family,
		full: own ? `${family}${given}` : reversed ? `${family} ${given}` : `${given} ${family}`,
	}),
	hungarian: ({ given, family, reversed }) => ({
		given,
		family,
		full: `${family} ${given}`,
		short: reversed ? `${family} ${given}` : `${given} ${family}`,
	}),
	/** The father's surname, then the mother's; one is called by the first. */
	spanish: ({ given, family, second }) => ({
		given,
		family: `${family} ${second}`,
		full: `${given} ${family} ${second}`,
		short: `${given} ${family}`,
		called: { given, family },
	}),
	/** The mother's, then the father's; one is called by the last. */
	portuguese: ({ given, family, second }) => ({
		given,
		family: `${second} ${family}`,
		full: `${given} ${second} ${family}`,
		short: `${given} ${family}`,
		called: { given, family },
	}),
	/** Surname, middle name, and the name one is called by. */
	vietnamese: ({ given, family, woman, reversed }) => {
		const middle = woman ? "Thị" : "Văn";
		return {
			given: `${middle} ${given}`,
			family,
			full: `${family} ${middle} ${given}`,
			short: reversed ? `${family} ${given}` : `${given} ${family}`,
			called: { given, family },
		};
	},
	arabic: ({ given, family, father, own }) => ({
		given,
		family,
		full: `${given} ${own ? "بن" : "bin"} ${father} ${family}`,
		short: `${given} ${family}`,
	}),
	russian: ({ given, family, father, own, woman }) => {
		const [daughter, son] = own ? ["на", "ич"] : ["na", "ich"];
		const middle = father + (woman ? daughter : son);
		const surname = woman ? feminine(family) : family;
		return {
			given,
			middle,
			family: surname,
			full: `${surname} ${given} ${middle}`,
			short: `${given} ${surname}`,
		};
	},
	slavic: ({ given, family, woman }) => shapes.plain({ given, family: woman ? feminine(family) : family }),
	greek: ({ given, family, woman }) => shapes.plain({ given, family: woman ? genitive(family) : family }),
	icelandic: ({ given, family, woman }) => shapes.plain({ given, family: family + (woman ? "dóttir" : "son") }),
	/** One name, of a beginning, which also stands for it as a short form, and an end. */
	mononym: ({ given, family }) => ({
		given: given + family,
		full: given + family,
		called: { given, family: "" },
		whole: given + family,
	}),
	/** The same, and the initial of the father's name before or after it. */
	initial: ({ given, family, father, reversed }) => {
		const name = given + family;
		const letter = father[0];
		return {
			given: name,
			family: letter,
			full: reversed ? `${name} ${letter}` : `${letter}. ${name}`,
			short: name,
			called: { given, family: "" },
			whole: name,
			initialled: letter + name,
		};
	},
};

const endings = (pairs) => (name) => {
	const pair = pairs.find(([ending]) => name.endsWith(ending));
	return pair ? name.slice(0, -pair[0].length) + pair[1] : name;
};
const feminine = endings([
	["ов", "ова"],
	["ев", "ева"],
	["ёв", "ёва"],
	["ин", "ина"],
	["ский", "ская"],
	["ський", "ська"],
	["ov", "ova"],
	["ev", "eva"],
	["in", "ina"],
	["sky", "skaya"],
	["skyi", "ska"],
]);
const genitive = endings([
	["όπουλος", "οπούλου"],
	["ίδης", "ίδου"],
	["άδης", "άδου"],
	["ης", "η"],
	["ος", "ου"],
	["ας", "α"],
	["opoulos", "opoulou"],
	["idis", "idou"],
	["adis", "adou"],
	["is", "i"],
	["os", "ou"],
	["as", "a"],
]);

/**
 * @param common shares of the commonest given name and surname at home, as orders of magnitude
 * @param fathers names of fathers, where they are none of the given names of men
 */
const culture = (country, shape, common, given, family, fathers) => ({
	country,
	write: shapes[shape],
	common: { given: common[0], family: common[1] },
	given: lists(given),
	family: lists(family),
	fathers: fathers ? lists(fathers) : lists(given).filter((_, index) => index % 2 === 0),
});

const english = culture(
	"US",
	"plain",
	[0.04, 0.01],
	"James/Jim Mary/Molly Robert/Bob Jennifer/Jen Michael/Mike Linda David/Dave Elizabeth/Liz William/Bill Susan/Sue " +
		"Thomas/Tom Jessica/Jess Daniel/Dan Margaret/Maggie Matthew/Matt Karen Andrew/Andy Nancy Steven/Steve Emily Joseph/Joe " +
		"Rebecca/Becky Kenneth/Ken Deborah/Deb Nicholas/Nick Catherine/Kate Samuel/Sam Laura Gregory/Greg Victoria/Vicky " +
		"Patrick/Pat Rachel",
	"Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White Harris Clark " +
		"Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts " +
		"Phillips Evans Turner Parker Collins",
);
const spanish = culture(
	"MX",
	"spanish",
	[0.05, 0.035],
	"José/Pepe María/Mari Antonio/Toño Carmen Juan Ana Manuel/Manolo Isabel/Isa Francisco/Paco Laura Luis Cristina/Cris Javier/Javi " +
		"Marta Carlos Lucía Miguel Elena Rafael/Rafa Pilar Pedro Rosa Ángel Teresa Alejandro/Alex Patricia/Paty Fernando/Fer " +
		"Guadalupe/Lupe Pablo Raquel Sergio Silvia",
	"García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz " +
		"Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez " +
		"Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez",
);
const portuguese = culture(
	"BR",
	"portuguese",
	[0.06, 0.1],
	"João Maria/Mari José/Zé Ana António Mariana Paulo Beatriz/Bia Pedro Catarina Carlos Inês Lucas Juliana/Ju Tiago Fernanda/Nanda " +
		"Bruno Camila Rafael/Rafa Larissa Gustavo/Guga Letícia/Lê Felipe Bruna Rodrigo/Digo Joana Nuno Sílvia Rui Helena Vítor Débora",
	"da_Silva dos_Santos Oliveira de_Souza Pereira Ferreira da_Costa Rodrigues Almeida Lima Gomes Ribeiro Carvalho Martins Araújo " +
		"de_Melo Barbosa Cardoso do_Nascimento Rocha Dias Moreira Nunes Mendes de_Freitas Teixeira Correia Pinto Moura Cavalcanti " +
		"Antunes Figueiredo Magalhães Coelho da_Cunha Machado Lopes Vieira Monteiro dos_Reis",
);
const dutch = culture(
	"NL",
	"plain",
	[0.04, 0.012],
	"Jan Anna/Anneke Pieter/Piet Johanna/Hanneke Hendrik/Henk Maria/Marijke Willem/Wim Elisabeth/Els Cornelis/Kees Cornelia/Corrie " +
		"Johannes/Hans Margaretha/Greet Gerrit Femke Daan Sanne Bram Anouk Thijs Maaike Jeroen Lotte Maarten Ilse Sander Marloes Bas " +
		"Esther Ruben Wilma Joost Fleur",
	"de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters " +
		"Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen " +
		"van_den_Heuvel van_der_Veen van_den_Broek de_Bruijn van_der_Heijden Schouten van_Beek Willems van_Vliet van_de_Ven",
);
const vietnamese = culture(
	"VN",
	"vietnamese",
	[0.05, 0.38],
	"Hùng Lan Dũng Hương Tuấn Hoa Minh Linh Nam Mai Long Thảo Quân Nga Sơn Ngọc Thắng Trang Đức Hằng Phúc Yến Khoa Thủy Bình Phương " +
		"Hải Hiền Tâm Nhung Vinh Uyên",
	"Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Trịnh Mai Trương Đào Cao Hà Lương Tô Châu " +
		"Thái Quách Tạ Chu Từ Vương Kiều Lưu Phùng Tăng La Nghiêm",
);
const korean = culture(
	"KR",
	"familyFirst",
	[0.035, 0.215],
	"민준=Minjun/Minjoon 서연=Seoyeon/Seoyun 지훈=Jihoon/Jihun 지은=Jieun/Jieun 현우=Hyunwoo/Hyeonu 수진=Sujin/Soojin 준호=Junho/Joonho " +
		"미경=Mikyung/Migyeong 성민=Sungmin/Seongmin 은정=Eunjung/Eunjeong 동현=Donghyun/Donghyeon 혜진=Hyejin/Hyejin 영수=Youngsoo/Yeongsu " +
		"유진=Yujin/Yoojin 상훈=Sanghoon/Sanghun 민지=Minji/Minjee 재원=Jaewon/Jaeweon 선영=Sunyoung/Seonyeong 태호=Taeho/Taeho 지영=Jiyoung/Jiyeong " +
		"정훈=Junghoon/Jeonghun 하은=Haeun/Haeun 승현=Seunghyun/Seunghyeon 보람=Boram/Boram 진우=Jinwoo/Jinu 경희=Kyunghee/Gyeonghui 우진=Woojin/Ujin " +
		"예린=Yerin/Yerin 병철=Byungchul/Byeongcheol 소영=Soyoung/Soyeong 기현=Kihyun/Gihyeon 나영=Nayoung/Nayeong",
	"김=Kim/Gim 이=Lee/Yi 박=Park/Bak 최=Choi/Choe 정=Jung/Chung 강=Kang/Gang 조=Cho/Jo 윤=Yoon/Yun 장=Jang/Chang 임=Lim/Im 한=Han 오=Oh/O " +
		"서=Seo/Suh 신=Shin/Sin 권=Kwon/Gwon 황=Hwang 안=Ahn/An 송=Song 전=Jeon/Jun 홍=Hong 유=Yoo/Yu 고=Ko/Go 문=Moon/Mun 양=Yang 손=Son/Sohn " +
		"배=Bae/Pae 백=Baek/Paik 허=Heo/Huh 노=Noh/Roh 남=Nam 심=Shim/Sim 하=Ha 주=Joo/Ju 구=Koo/Gu 곽=Kwak/Gwak 성=Sung/Seong 차=Cha " +
		"우=Woo/Wu 민=Min 진=Jin/Chin",
);
const chinese = culture(
	"CN",
	"familyFirst",
	[0.035, 0.075],
	"伟=Wei 芳=Fang 志强=Zhiqiang 秀英=Xiuying 建国=Jianguo 丽华=Lihua 明=Ming 静=Jing 海涛=Haitao 雪梅=Xuemei 俊杰=Junjie 婷婷=Tingting " +
		"国强=Guoqiang 晓燕=Xiaoyan 文博=Wenbo 佳怡=Jiayi 建华=Jianhua 玉兰=Yulan 浩然=Haoran 思雨=Siyu 永刚=Yonggang 春梅=Chunmei 立新=Lixin " +
		"欣怡=Xinyi 子轩=Zixuan 美玲=Meiling 振宇=Zhenyu 红梅=Hongmei 家豪=Jiahao 雅文=Yawen 学文=Xuewen 慧敏=Huimin",
	"王=Wang 李=Li/Lee 张=Zhang 刘=Liu 陈=Chen 杨=Yang 黄=Huang 赵=Zhao 吴=Wu 周=Zhou 徐=Xu 孙=Sun 马=Ma 朱=Zhu 胡=Hu 郭=Guo 何=He 林=Lin " +
		"高=Gao 罗=Luo 郑=Zheng 梁=Liang 谢=Xie 宋=Song 唐=Tang 许=Xu 韩=Han 冯=Feng 邓=Deng 曹=Cao 彭=Peng 曾=Zeng 肖=Xiao 田=Tian 董=Dong " +
		"潘=Pan 袁=Yuan 蔡=Cai 蒋=Jiang 余=Yu",
);
const japanese = culture(
	"JP",
	"familyFirst",
	[0.035, 0.015],
	"健太=Kenta 美咲=Misaki 翔太=Shota/Shouta さくら=Sakura 大輔=Daisuke 陽子=Yoko/Youko 拓也=Takuya 恵子=Keiko 直樹=Naoki 由美子=Yumiko 隆=Takashi " +
		"あかり=Akari 浩=Hiroshi 智子=Tomoko 誠=Makoto 裕子=Yuko/Yuuko 和也=Kazuya ひかり=Hikari 亮=Ryo/Ryou 麻衣=Mai 達也=Tatsuya 真理子=Mariko " +
		"健一=Kenichi 葵=Aoi 雄太=Yuta/Yuuta 香織=Kaori 正樹=Masaki 奈々=Nana 一郎=Ichiro/Ichirou 千尋=Chihiro 修平=Shuhei/Shuuhei 彩花=Ayaka",
	"佐藤=Sato/Satoh 鈴木=Suzuki 高橋=Takahashi 田中=Tanaka 伊藤=Ito/Itoh 渡辺=Watanabe 山本=Yamamoto 中村=Nakamura 小林=Kobayashi 加藤=Kato/Katoh " +
		"吉田=Yoshida 山田=Yamada 佐々木=Sasaki 山口=Yamaguchi 松本=Matsumoto 井上=Inoue 木村=Kimura 林=Hayashi 斎藤=Saito/Saitoh 清水=Shimizu " +
		"山崎=Yamazaki/Yamasaki 森=Mori 池田=Ikeda 橋本=Hashimoto 阿部=Abe 石川=Ishikawa 前田=Maeda 藤田=Fujita 小川=Ogawa 後藤=Goto/Gotoh " +
		"岡田=Okada 長谷川=Hasegawa 村上=Murakami 近藤=Kondo/Kondoh 石井=Ishii 坂本=Sakamoto 遠藤=Endo/Endoh 青木=Aoki 藤井=Fujii 西村=Nishimura",
);
const arabic = culture(
	"EG",
	"arabic",
	[0.12, 0.05],
	"محمد=Mohamed/Muhammad فاطمة=Fatima/Fatma أحمد=Ahmed/Ahmad مريم=Maryam/Mariam علي=Ali/Aly عائشة=Aisha/Aicha محمود=Mahmoud/Mahmud " +
		"سارة=Sara/Sarah عمر=Omar/Umar نور=Nour/Noor خالد=Khaled/Khalid ليلى=Layla/Leila حسن=Hassan/Hasan زينب=Zainab/Zeinab يوسف=Youssef/Yusuf " +
		"هدى=Huda/Hoda إبراهيم=Ibrahim/Ebrahim رانيا=Rania مصطفى=Mustafa/Mostafa سلمى=Salma عبدالله=Abdullah/Abdallah منى=Mona/Muna " +
		"طارق=Tariq/Tarek أمل=Amal سعيد=Saeed/Said ريم=Reem/Rim كريم=Karim/Kareem دينا=Dina/Deena وليد=Walid/Waleed هبة=Heba/Hiba " +
		"سامي=Sami/Samy ياسمين=Yasmin/Yasmine",
	"العتيبي=Al-Otaibi/Otaibi المصري=Al-Masri/Elmasry القحطاني=Al-Qahtani/Alqahtani الحربي=Al-Harbi/Harbi الشمري=Al-Shammari/Alshamari " +
		"الغامدي=Al-Ghamdi/Ghamdi الزهراني=Al-Zahrani/Zahrani حداد=Haddad الدوسري=Al-Dosari/Aldossary خوري=Khoury/Khouri النجار=Al-Najjar/Elnaggar " +
		"منصور=Mansour/Mansoor السيد=Al-Sayed/Elsayed حسين=Hussein/Hussain إسماعيل=Ismail/Esmail صالح=Saleh/Salih العلي=Al-Ali الخطيب=Al-Khatib/Elkhatib " +
		"شاهين=Shahin/Shaheen رمضان=Ramadan/Ramadhan عثمان=Othman/Osman بركات=Barakat سليمان=Suleiman/Soliman الحسن=Al-Hassan/Alhasan ناصر=Nasser/Nasir " +
		"درويش=Darwish/Darweesh الشريف=Al-Sharif/Elsherif فرج=Farag/Faraj البغدادي=Al-Baghdadi/Baghdadi زيدان=Zidan/Zaidan قاسم=Qasim/Kassem " +
		"حمدان=Hamdan الراشد=Al-Rashed/Alrashid مراد=Murad/Mourad عطية=Attia/Atiyah بكري=Bakri/Bakry النعيمي=Al-Nuaimi/Alnaimi سلامة=Salama/Salameh " +
		"يونس=Younis/Yunus شعبان=Shaaban/Shaban",
);
const hindi = culture(
	"IN",
	"plain",
	[0.04, 0.06],
	"राजेश=Rajesh सुनीता=Sunita/Suneeta अमित=Amit प्रिया=Priya संजय=Sanjay पूजा=Pooja/Puja राहुल=Rahul अंजलि=Anjali/Anjalee विजय=Vijay कविता=Kavita/Kavitha " +
		"अनिल=Anil नेहा=Neha सुरेश=Suresh मीना=Meena/Mina मनोज=Manoj रेखा=Rekha विकास=Vikas/Vikash ज्योति=Jyoti/Jyothi अशोक=Ashok सीमा=Seema/Sima " +
		"दीपक=Deepak/Dipak गीता=Geeta/Gita रवि=Ravi/Ravee शिल्पा=Shilpa अर्जुन=Arjun स्वाति=Swati/Swathi रोहित=Rohit आशा=Asha नितिन=Nitin ममता=Mamta/Mamata " +
		"पंकज=Pankaj वंदना=Vandana",
	"कुमार=Kumar सिंह=Singh शर्मा=Sharma गुप्ता=Gupta वर्मा=Verma/Varma यादव=Yadav मिश्रा=Mishra/Misra पटेल=Patel जोशी=Joshi/Joshee पांडे=Pandey/Pande " +
		"तिवारी=Tiwari/Tewari चौहान=Chauhan/Chouhan मेहता=Mehta अग्रवाल=Agarwal/Aggarwal जैन=Jain शाह=Shah रेड्डी=Reddy राव=Rao नायर=Nair दास=Das " +
		"ठाकुर=Thakur/Thakor चौधरी=Chaudhary/Choudhary सक्सेना=Saxena/Saksena श्रीवास्तव=Srivastava/Shrivastava त्रिपाठी=Tripathi कपूर=Kapoor/Kapur मल्होत्रा=Malhotra " +
		"खन्ना=Khanna भट्ट=Bhatt/Bhat देसाई=Desai कुलकर्णी=Kulkarni पाटिल=Patil शुक्ला=Shukla दुबे=Dubey/Dube राठौर=Rathore/Rathod नेगी=Negi बिष्ट=Bisht " +
		"रावत=Rawat/Ravat मौर्य=Maurya सोनी=Soni",
);
const southIndian = culture(
	"IN",
	"initial",
	[0.03, 0.025],
	"Venkat/Vengat Padma Rama Lakshmi/Laxmi Subra Kamala Krishna Meena Raja Sita/Seetha Gopala Vasantha Bala Jaya Siva/Shiva Rathna " +
		"Chandra Uma Vijaya Parva Murali Sugan Raghu Indra Hari Malar Surya Kala Deva Nila Guru Vani",
	"esan nathan murthy/moorthy swamy/samy mani raj kumar pathi/pathy rajan vel krishnan chandran dasan pandian gopal varman priya " +
		"devi lakshmi/laxmi valli mala rani selvi latha/lata sri/shri vathi kanthi raman lingam appan charan sekar/sekhar mohan " +
		"dhar nivas bharathi/barathi kannan velu durai sundaram",
);
const indonesian = culture(
	"ID",
	"mononym",
	[0.03, 0.025],
	"Sudar/Soedar Sri Suhar/Soehar Ning Supar/Soepar War Sumar/Soemar Yul Suwar Sum Wid/Widh Ngat Sutar Tum Sugi Rum Tri Suki Pur/Poer Suti Jum/Djum " +
		"Las Bud/Boed Mur Wir Sudi Teg Wagi Pon Kus Sis Sar",
	"anto/antho yanto/yantho iyono adi/adhi iman min arno owo wanto/wantho ati/atie yati/yatie ini/inie tini/tinie iyem inah ijo/idjo " +
		"iran ito idi udin ika ari aji/adji asih ningsih ningrum oyo/ojo osono ojo/odjo ianah ayu/ajoe awan iwan edi/edhi ilah amto " +
		"oko isman ahayu ahono",
);
const russian = culture(
	"RU",
	"russian",
	[0.06, 0.02],
	"Александр=Aleksandr/Alexander Елена=Elena/Yelena Сергей=Sergey/Sergei Ольга=Olga Дмитрий=Dmitry/Dmitriy Наталья=Natalia/Natalya Андрей=Andrey/Andrei " +
		"Татьяна=Tatiana/Tatyana Алексей=Alexey/Aleksei Анна=Anna Михаил=Mikhail/Michael Ирина=Irina Владимир=Vladimir/Wladimir Екатерина=Ekaterina/Katerina " +
		"Иван=Ivan Мария=Maria/Mariya Евгений=Evgeny/Evgeniy Светлана=Svetlana Николай=Nikolay/Nikolai Юлия=Yulia/Julia Максим=Maxim/Maksim " +
		"Анастасия=Anastasia/Anastasiya Павел=Pavel/Paul Марина=Marina Игорь=Igor Людмила=Lyudmila/Ludmila Юрий=Yuri/Yury Галина=Galina Роман=Roman " +
		"Ксения=Ksenia/Xenia Денис=Denis Вера=Vera",
	"Иванов=Ivanov Смирнов=Smirnov Кузнецов=Kuznetsov Попов=Popov Васильев=Vasiliev/Vasilyev Петров=Petrov Соколов=Sokolov Михайлов=Mikhailov/Mikhaylov " +
		"Новиков=Novikov Фёдоров=Fedorov/Fyodorov Морозов=Morozov Волков=Volkov Алексеев=Alekseev/Alexeev Лебедев=Lebedev Семёнов=Semenov/Semyonov Егоров=Egorov/Yegorov " +
		"Павлов=Pavlov Козлов=Kozlov Степанов=Stepanov Николаев=Nikolaev/Nikolayev Орлов=Orlov Андреев=Andreev/Andreyev Макаров=Makarov Никитин=Nikitin " +
		"Захаров=Zakharov/Zaharov Зайцев=Zaitsev/Zaytsev Соловьёв=Solovyov/Soloviev Борисов=Borisov Яковлев=Yakovlev/Iakovlev Григорьев=Grigoriev/Grigoryev Романов=Romanov " +
		"Воробьёв=Vorobyov/Vorobiev Сергеев=Sergeev/Sergeyev Кузьмин=Kuzmin Фролов=Frolov Александров=Aleksandrov/Alexandrov Дмитриев=Dmitriev Гусев=Gusev " +
		"Ильин=Ilyin/Ilin Жуковский=Zhukovsky",
	"Иванов=Ivanov Сергеев=Sergeev Николаев=Nikolaev Владимиров=Vladimirov Александров=Aleksandrov Михайлов=Mikhailov Андреев=Andreev Дмитриев=Dmitriev " +
		"Викторов=Viktorov Петров=Petrov Юрьев=Yurev Алексеев=Alekseev Павлов=Pavlov Анатольев=Anatolev Олегов=Olegov Игорев=Igorev",
);
const ukrainian = culture(
	"UA",
	"slavic",
	[0.06, 0.015],
	"Олександр=Oleksandr/Alexander Олена=Olena/Elena Сергій=Serhii/Sergii Ірина=Iryna/Irina Андрій=Andrii/Andriy Оксана=Oksana Володимир=Volodymyr/Vladimir " +
		"Наталія=Nataliia/Natalia Дмитро=Dmytro/Dmitry Тетяна=Tetiana/Tetyana Юрій=Yurii/Yuriy Світлана=Svitlana/Svetlana Микола=Mykola/Nikolay Юлія=Yuliia/Yulia " +
		"Іван=Ivan Ганна=Hanna/Anna Василь=Vasyl Марія=Mariia/Maria Олег=Oleh/Oleg Катерина=Kateryna/Katerina Ігор=Ihor/Igor Людмила=Liudmyla/Ludmila " +
		"Максим=Maksym/Maxim Вікторія=Viktoriia/Victoria Роман=Roman Надія=Nadiia/Nadiya Тарас=Taras Любов=Liubov/Lyubov Павло=Pavlo/Pavel Софія=Sofiia/Sofia " +
		"Богдан=Bohdan/Bogdan Галина=Halyna/Galina",
	"Шевченко=Shevchenko Бондаренко=Bondarenko Коваленко=Kovalenko Ткаченко=Tkachenko Кравченко=Kravchenko Бойко=Boiko/Boyko Мельник=Melnyk/Melnik " +
		"Коваль=Koval Олійник=Oliinyk/Oleynik Шевчук=Shevchuk Поліщук=Polishchuk Ткачук=Tkachuk Савченко=Savchenko Бондар=Bondar Марченко=Marchenko " +
		"Руденко=Rudenko Мороз=Moroz Лисенко=Lysenko/Lisenko Петренко=Petrenko Клименко=Klymenko/Klimenko Павленко=Pavlenko Кравчук=Kravchuk " +
		"Кузьменко=Kuzmenko Іваненко=Ivanenko Пономаренко=Ponomarenko Левченко=Levchenko Харченко=Kharchenko Карпенко=Karpenko Гаврилюк=Havryliuk/Gavrilyuk " +
		"Мельничук=Melnychuk/Melnichuk Козак=Kozak Романюк=Romaniuk/Romanyuk Панченко=Panchenko Юрченко=Yurchenko Гончаренко=Honcharenko/Goncharenko " +
		"Кириленко=Kyrylenko/Kirilenko Зінченко=Zinchenko Дяченко=Diachenko/Dyachenko Чорновіл=Chornovil Вишневський=Vyshnevskyi",
);
const greek = culture(
	"GR",
	"greek",
	[0.08, 0.02],
	"Γιώργος=Giorgos/Yiorgos Μαρία=Maria Δημήτρης=Dimitris Ελένη=Eleni/Helen Κώστας=Kostas/Costas Κατερίνα=Katerina/Caterina Γιάννης=Giannis/Yannis " +
		"Βασιλική=Vasiliki Νίκος=Nikos/Nicos Σοφία=Sofia/Sophia Παναγιώτης=Panagiotis/Panayiotis Αγγελική=Angeliki/Aggeliki Βασίλης=Vasilis/Vassilis " +
		"Γεωργία=Georgia Χρήστος=Christos/Hristos Δήμητρα=Dimitra Θανάσης=Thanasis/Thanassis Ιωάννα=Ioanna/Joanna Μιχάλης=Michalis/Mihalis Άννα=Anna " +
		"Ευάγγελος=Evangelos/Vangelis Ευαγγελία=Evangelia Σπύρος=Spyros/Spiros Χρυσούλα=Chrysoula/Chrisoula Αντώνης=Antonis Φωτεινή=Fotini/Foteini " +
		"Ανδρέας=Andreas Παρασκευή=Paraskevi Θοδωρής=Thodoris Ειρήνη=Irini/Eirini Στέλιος=Stelios Ζωή=Zoi/Zoe",
	"Παπαδόπουλος=Papadopoulos Βλάχος=Vlachos/Vlahos Αγγελόπουλος=Angelopoulos/Aggelopoulos Νικολαΐδης=Nikolaidis/Nicolaidis Γεωργίου=Georgiou " +
		"Οικονόμου=Oikonomou/Economou Δημητρίου=Dimitriou Παπαδάκης=Papadakis Ιωάννου=Ioannou Κωνσταντίνου=Konstantinou/Constantinou Μακρής=Makris " +
		"Παπαγεωργίου=Papageorgiou Ιωαννίδης=Ioannidis Νικολάου=Nikolaou/Nicolaou Αθανασίου=Athanasiou Χατζής=Chatzis/Hatzis Αντωνίου=Antoniou " +
		"Κωστόπουλος=Kostopoulos Σταυρόπουλος=Stavropoulos Παπανικολάου=Papanikolaou/Papanicolaou Δημόπουλος=Dimopoulos Βασιλείου=Vasileiou/Vasiliou " +
		"Καραγιάννης=Karagiannis/Karayannis Μιχαηλίδης=Michailidis/Mihailidis Παπακωνσταντίνου=Papakonstantinou Γεωργιάδης=Georgiadis Αλεξίου=Alexiou " +
		"Παππάς=Pappas Σαμαράς=Samaras Μαυρίδης=Mavridis Χριστοδούλου=Christodoulou/Hristodoulou Ζαφειρόπουλος=Zafeiropoulos/Zafiropoulos Λάμπρου=Lamprou/Lambrou " +
		"Θεοδώρου=Theodorou Καραμανλής=Karamanlis Στεφανίδης=Stefanidis/Stephanidis Κυριακίδης=Kyriakidis/Kiriakidis Τσάκωνας=Tsakonas Μπακάλης=Bakalis Ρήγας=Rigas",
);
const hebrew = culture(
	"IL",
	"plain",
	[0.05, 0.03],
	"דוד=David/Dudi נועה=Noa משה=Moshe/Moses שרה=Sarah/Sara יוסף=Yosef/Joseph רחל=Rachel/Rahel אברהם=Avraham/Abraham תמר=Tamar יעקב=Yaakov/Yakov יעל=Yael " +
		"דניאל=Daniel/Dani מיכל=Michal איתי=Itay/Itai מאיה=Maya/Maia יונתן=Yonatan/Jonathan חנה=Hana/Hannah אורי=Uri/Ori שירה=Shira גיא=Guy אסתר=Esther/Ester " +
		"עומר=Omer ליאת=Liat אייל=Eyal מרים=Miriam רועי=Roy/Roi ענת=Anat ערן=Eran קרן=Keren עמית=Amit רונית=Ronit אלון=Alon הילה=Hila/Hilla",
	"כהן=Cohen/Kohen לוי=Levi/Levy מזרחי=Mizrahi/Mizrachi פרץ=Peretz/Perez ביטון=Biton/Bitton דהן=Dahan אברהם=Avraham/Abraham פרידמן=Friedman/Fridman אגבריה=Agbaria " +
		"אזולאי=Azoulay/Azulay מלכה=Malka/Malca כץ=Katz/Kats יוסף=Yosef/Yossef דוד=David עמר=Amar אוחיון=Ohayon חדד=Hadad/Haddad גבאי=Gabay/Gabbay בן_דוד=Ben_David " +
		"אדרי=Edri/Adri שפירא=Shapira/Shapiro סגל=Segal גולן=Golan רוזנברג=Rosenberg גולדברג=Goldberg קליין=Klein ברק=Barak שרעבי=Sharabi אלבז=Elbaz " +
		"וקנין=Vaknin/Waknin שטרן=Stern הופמן=Hoffman/Hofman נחום=Nahum/Nachum אשכנזי=Ashkenazi/Eshkenazi יצחק=Yitzhak/Itzhak בן_שושן=Ben_Shoshan " +
		"זכאי=Zakai/Zakay טל=Tal פלד=Peled גרוס=Gross",
);
const turkish = culture(
	"TR",
	"plain",
	[0.06, 0.015],
	"Mehmet/Memo Ayşe Mustafa/Mıstık Fatma/Fatoş Ahmet Emine Ali Zeynep Hüseyin Elif İbrahim/İbo Meryem Murat Hatice Yusuf Özlem Emre Sevgi Ömer " +
		"Gülşen Osman Büşra Süleyman/Sülo Şule Kemal Çiğdem Oğuz Tuğba Burak Yıldız Tolga Işıl",
	"Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Özcan " +
		"Korkmaz Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer",
);
const hungarian = culture(
	"HU",
	"hungarian",
	[0.05, 0.024],
	"László/Laci Mária/Mari István/Pista Erzsébet/Bözsi József/Józsi Katalin/Kati János/Jani Ilona/Ili Zoltán/Zoli Éva/Évi Sándor/Sanyi Anna/Panni " +
		"Gábor/Gabi Zsuzsanna/Zsuzsa Ferenc/Feri Margit Attila Judit/Jutka Péter/Peti Ágnes/Ági Tamás/Tomi Andrea Balázs Erika Csaba Krisztina/Kriszti " +
		"Dániel/Dani Eszter/Eszti Gergely/Geri Réka Norbert/Norbi Tünde",
	"Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Lakatos Takács Juhász Oláh Mészáros Simon Rácz Fekete Szilágyi " +
		"Török Fehér Balázs Gál Kis Szűcs Orsós Kocsis Fodor Pintér Szalai Sipos Magyar Lukács Gulyás Bíró Király László Katona",
);
const icelandic = culture(
	"IS",
	"icelandic",
	[0.04, 0.04],
	"Jón/Nonni Guðrún/Gunna Sigurður/Siggi Anna Guðmundur/Gummi Kristín/Stína Gunnar Sigríður/Sigga Ólafur/Óli Margrét/Magga Einar Helga Magnús/Maggi " +
		"Sigrún Kristján/Stjáni Ingibjörg/Inga Stefán/Stebbi Jóhanna/Jóa Björn/Bjössi María/Maja Árni Elín/Ella Bjarni/Baddi Katrín/Kata Helgi Hildur " +
		"Þór Ragnheiður/Ragga Halldór/Dóri Ásta Páll/Palli Lilja",
	"Jóns Sigurðar Guðmunds Gunnars Ólafs Einars Magnúsar Kristjáns Stefáns Jóhanns Björns Árna Bjarna Helga Halldórs Páls Arnar Gísla Ragnars " +
		"Þórðar Ágústs Péturs Sveins Hauks Baldurs Birgis Hilmars Karls Eiríks Snorra Egils Þorsteins Ara Friðriks Ásgeirs Valdimars Steins Óskars " +
		"Tómasar Harðar",
);
const nigerian = culture(
	"NG",
	"plain",
	[0.03, 0.012],
	"Chinedu/Nedu Ngozi Oluwaseun/Seun Adaeze/Ada Emeka Chioma/Chi Babatunde/Tunde Folake Ikechukwu/Ike Ifeoma/Ify Olumide/Olu Yetunde/Yetty Obinna/Obi " +
		"Amara Adebayo/Bayo Titilayo/Titi Chukwuemeka/Emeka Nkechi Ayodele/Ayo Funmilayo/Funmi Uchenna/Uche Chiamaka/Amaka Kehinde/Kenny Omolara/Lara Nnamdi " +
		"Ebere Segun Bisola/Bisi Kelechi/Kel Abimbola/Bimbo Tobenna/Toby Ronke",
	"Okafor Adeyemi Okonkwo Adebayo Eze Balogun Nwosu Ogunleye Okoro Adeleke Obi Olawale Onyekachi Akinola Chukwu Afolabi Nwachukwu Ojo Igwe Oyelaran " +
		"Uzoma Bankole Ibekwe Adewale Anyanwu Oladipo Nnadi Fashola Ugwu Ogunbanjo Onwudiwe Ayodele Ezenwa Olatunji Mbakwe Babalola Okeke Odunsi Nwankwo Akinyemi",
);
const ethiopian = culture(
	"ET",
	"plain",
	[0.05, 0.04],
	"Abebe/Abe Tigist/Tigest Dawit/Dawid Hirut Yohannes/Johannes Meseret Tesfaye/Tesfay Selamawit/Selam Bekele Almaz Girma Bethlehem/Betty Haile/Hayle " +
		"Genet Solomon/Sol Mulu Kebede Aster Getachew/Gech Rahel/Rachel Mulugeta/Mule Tsehay Berhanu/Birhanu Hiwot/Hiwet Alemayehu/Alex Eden Fikru Zewditu " +
		"Daniel/Dani Birtukan Ermias/Ermyas Liya",
	"Tadesse/Tadese Bekele Alemu Kebede Tesfaye/Tesfay Girma Haile/Hayle Mekonnen/Mekonen Assefa/Asefa Getachew Desta Abebe Worku/Werku Negash Teshome " +
		"Wolde/Welde Lemma/Lema Demissie/Demisse Ayele Mengistu Tilahun Gebre Zewde/Zewdie Shiferaw/Shiferaw Abera Hailu/Haylu Admassu/Admasu Dagne Endale " +
		"Feleke Kassa/Kasa Legesse/Legese Molla/Mola Regassa/Regasa Sisay Taye Wondimu/Wendimu Yimer Zerihun Yilma",
);
const thai = culture(
	"TH",
	"plain",
	[0.035, 0.01],
	"สมชาย=Somchai สุดา=Suda สมศักดิ์=Somsak มาลี=Malee/Mali วิชัย=Wichai/Vichai นภา=Napa/Nabha ประเสริฐ=Prasert วันดี=Wandee/Wandi อนันต์=Anan/Anant " +
		"พรทิพย์=Pornthip/Porntip ธนา=Thana/Tana รัตนา=Rattana/Ratana สุรชัย=Surachai อรุณี=Arunee/Aruni กิตติ=Kitti ศิริพร=Siriporn ณรงค์=Narong กัญญา=Kanya " +
		"ปรีชา=Preecha/Pricha สุนีย์=Sunee/Suni ชัยวัฒน์=Chaiwat นิภา=Nipa/Nibha ธีระ=Theera/Tira ดวงใจ=Duangjai บุญมี=Boonmee/Bunmi วาสนา=Wasana มานะ=Mana " +
		"จินตนา=Jintana/Chintana เกษม=Kasem ลัดดา=Ladda วีระ=Weera/Wira อัมพร=Amporn",
	"ใจดี=Jaidee/Chaidi แสงทอง=Saengthong/Sangthong บุญมา=Boonma/Bunma ศรีสุข=Srisuk ทองดี=Thongdee/Tongdee วงศ์ไทย=Wongthai พรหมมา=Promma/Phromma สุขสันต์=Suksan " +
		"แก้วมณี=Kaewmanee คำแก้ว=Khamkaew/Kumkaew จันทร์เพ็ญ=Chanpen/Janpen รุ่งเรือง=Rungrueang/Rungruang เจริญสุข=Charoensuk/Jaroensuk มีสุข=Meesuk/Misuk " +
		"สายทอง=Saithong ดีงาม=Deengam ทรัพย์มาก=Supmak/Sapmak บุญเรือง=Boonrueang/Boonruang ชัยชนะ=Chaichana พงษ์พันธ์=Pongpan/Phongphan มั่นคง=Mankong/Munkong " +
		"วิเศษ=Wiset/Viset สว่าง=Sawang ศรีทอง=Srithong โพธิ์ทอง=Phothong/Pothong อินทร=Intara/Inthara ปัญญา=Panya ยอดรัก=Yodrak/Yodruk กล้าหาญ=Klahan ไชยา=Chaiya " +
		"สีดา=Seeda/Sida นาคทอง=Nakthong พันธุ์ดี=Pandee/Phandi เพชรดี=Petchdee/Phetdi ชูศรี=Chusri/Choosri ธรรมดี=Thamdee/Tammadee แสนสุข=Saensuk/Sansuk คงมั่น=Kongman " +
		"ไพศาล=Paisan/Phaisan นิลวงศ์=Nilwong/Ninwong",
);

/** What is compared: one naming culture in one script. `unread`: no table reads the script, so nothing is promised of it. */
export const groups = [
	{ name: "English", shape: "given, surname", culture: english },
	{ name: "Spanish", shape: "two surnames", culture: spanish },
	{ name: "Portuguese", shape: "two surnames, particles", culture: portuguese },
	{ name: "Dutch", shape: "particles", culture: dutch },
	{ name: "Vietnamese", shape: "surname, middle, given", culture: vietnamese },
	{ name: "Korean", script: "Hangul", shape: "surname first", culture: korean },
	{ name: "Korean", shape: "either order", culture: korean },
	{ name: "Chinese", script: "Han", shape: "surname first", culture: chinese },
	{ name: "Chinese", shape: "either order", culture: chinese },
	{ name: "Japanese", script: "kanji, kana", shape: "surname first", culture: japanese },
	{ name: "Japanese", shape: "either order", culture: japanese },
	{ name: "Arabic", script: "Arabic", shape: "al-, bin", culture: arabic },
	{ name: "Arabic", shape: "al-, bin", culture: arabic },
	{ name: "Hindi", script: "Devanagari", shape: "given, surname", culture: hindi },
	{ name: "Hindi", shape: "given, surname", culture: hindi },
	{ name: "South Indian", shape: "initial, one name", culture: southIndian },
	{ name: "Indonesian", shape: "one name", culture: indonesian },
	{ name: "Russian", script: "Cyrillic", shape: "patronymic", culture: russian },
	{ name: "Russian", shape: "patronymic", culture: russian },
	{ name: "Ukrainian", script: "Cyrillic", shape: "given, surname", culture: ukrainian },
	{ name: "Greek", script: "Greek", shape: "surname by sex", culture: greek },
	{ name: "Hebrew", script: "Hebrew", shape: "given, surname", culture: hebrew },
	{ name: "Turkish", shape: "given, surname", culture: turkish },
	{ name: "Hungarian", shape: "surname first", culture: hungarian },
	{ name: "Icelandic", shape: "patronymic", culture: icelandic },
	{ name: "Yoruba, Igbo", shape: "given, surname", culture: nigerian },
	{ name: "Amharic", shape: "given, father's name", culture: ethiopian },
	{ name: "Thai", shape: "given, surname", culture: thai },
	{ name: "Thai", script: "Thai", shape: "given, surname", culture: thai, unread: true },
];
