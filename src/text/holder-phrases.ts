import { wordSet } from "./words.js";

/**
 * What profiles say of themselves when they are not one person's, in the larger languages. All is matched against a
 * folded line in which words stand between blanks and clauses between " . ": see `lineOf`.
 */

/** Kinds of page, account and feed behind or before the word that tells whose it is. */
const page =
	"(?:account|acc|page|pages|profile|twitter|feed|site|blog|channel|konto|seite|cuenta|pagina|perfil|compte|conta|hesabi?|sayfasi)";
/** People speak of pages that they have beside their own: "I run a parody account", "my fan page". */
const notTheirOther =
	"(?<! (?:my|our|run|runs|running|ran|behind|love|loves|follow|own|made|founder of|creator of|owner of|admin of)(?: an?| the| this| my)?)";
const phrase = (...patterns: readonly string[]): RegExp =>
	new RegExp(patterns.map((pattern) => `${notTheirOther} (?:${pattern}) `).join("|"));
/** At the beginning of a clause, perhaps behind an article. */
const clause = (pattern: string): string =>
	`\\. (?:this is |(?:an?|the|la|le|el|die|der|das|il|o|official|unofficial|just|only|una|une?|um|uma|eine?) ){0,3}(?:${pattern})`;

export const parodyPhrases: RegExp = phrase(
	`(?:parody|satire|satirical|spoof|commentary|fictional|unofficial|parodie|parodia|parodi|satira|satirica|satirico|inoffiziell(?:er|es|e)?) ${page}`,
	`${page} (?:de )?(?:parody|parodia|parodie|parodique|satirico|satirica|satirique|humoristique|satira|no oficial|non officiel|nao oficial|non ufficiale)`,
	clause("parod(?:y|ie|ia|i) (?:of|von|de|di|do|da|del)"),
	"parod(?:ie|y)(?:account|konto|seite)|satire(?:account|konto|seite)",
	"(?:this|it|account|page) is (?:a |an )?(?:parody|satire|spoof)",
	"пародийный аккаунт|пародия на|حساب ساخر",
);
/** Scripts that part no words, and Korean, whose particles stick to them. */
export const unspacedPhrases: readonly (readonly [kind: "parody" | "fan" | "bot", pattern: RegExp])[] = [
	["parody", /パロディ|なりきり|패러디 ?계정|恶搞|惡搞/],
	["fan", /ファンアカウント|ファン垢|非公式ファン|팬 ?(?:계정|페이지)|粉丝(?:账号|团)|粉絲(?:帳號|團)/],
	["bot", /botです|ボットです|自動(?:投稿|ツイート)|자동 ?(?:봇|트윗)|机器人账号|機器人帳號/],
];

/** A bio that is nothing else: "Parody." */
export const parodyAlone: RegExp = /^ \. (?:parody|parodie|parodia|satire account) \. /;

export const fanPhrases: RegExp = phrase(
	`(?:fan|fans|fanclub|stan|supporters|fanowskie|hayran|akun fans) ${page}`,
	`${page} (?:fan|fans|de fans?|de fas?|dos fas|di fan|del fan club)`,
	clause(
		"(?:fan ?club|fan ?page|fan ?base|fan ?site|fa clube|club de fans|clube de fas) (?:of|for|de|von|di|do|da|del|fur)",
	),
	"fan(?:account|konto|seite|pagina)",
	"(?:run|made|managed) by (?:the )?fans|(?:von|par|por|da|by) fans (?:fur|pour|para|per|for) fans",
	"фан (?:аккаунт|клуб|страница)|фанклуб|حساب معجبين",
);

export const memorialPhrases: RegExp = phrase(
	`(?:memorial|tribute|remembrance|homenaje|tributo|hommage|homenagem) ${page}`,
	`${page} (?:de |en |in |di )?(?:homenaje|tributo|hommage|homenagem|memoriam)`,
	clause("(?:tribute|homenaje|hommage|homenagem) (?:account )?(?:to|a|au|ao)"),
	"gedenk(?:seite|konto|account)",
);
/** Stands before the name of the one who is remembered; a stranger's memory of somebody else is no memorial account. */
export const inMemoryOf: RegExp =
	/ (?:in (?:loving )?memory of|in memoriam|en memoria de|a la memoire de|in gedenken an|in memoria di|em memoria de) (.{2,60}?) \. /;

export const botPhrases: RegExp = phrase(
	clause("bot (?:by|that|which|run|made|created|posting|der|die|que|qui|von|de)"),
	"(?:i am|i m|im|this is|soy|je suis|ich bin|sono|sou) (?:an? |un |ein |um )?(?:twitter |automated )?(?:ro)?bot",
	`automat(?:ed|ic|ically|isch(?:er|es)?|isiert(?:er|es)?|izada|ico|ica|ise|isee|ique|izzato) (?:${page}|tweets|posts|updates|posting)`,
	`${page} (?:automatizad[ao]|automatique|automatise|automatico|automatizzat[ao])`,
	`bot ${page}|${page} bot`,
	"бот который",
);

/** "Not affiliated with ...", and what follows. */
export const notAffiliated: RegExp =
	/ (?:(?:not|un|isn t|in no way|nor|no) ?affiliat(?:ed|ion) (?:with|to|by)|no (?:esta )?afiliad[oa] (?:a|con)|sin relacion con|non affilie[e]? a|aucun lien avec|keine verbindung zu[rm]?|nao afiliad[oa] a|sem vinculo com|non affiliat[oa] (?:a|con)|nessun legame con) (.{2,60}?) \. /;
/** "Not the real ...", and what follows. */
export const notTheReal: RegExp =
	/ (?:not (?:the |actually )?(?:real|actual)|nicht der echte|nicht die echte|no soy el verdadero|no soy la verdadera|pas le vrai|pas la vraie|non il vero|nao sou o verdadeiro) (.{2,60}?) \. /;

/** Words in a display name that say it: "Todd Defren (Parody)". */
export const parodyWords: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"parody parodie parodia parodi parodique spoof unofficial inoffiziell paroda パロディ 非公式 пародия",
);
/** The same at the end of it, or between strokes or brackets. */
export const parodyEndings: ReadonlySet<string> = /* @__PURE__ */ wordSet("satire satira satyr commentary fake");
export const fanEndings: readonly string[] = [
	"fans",
	"fan club",
	"fanclub",
	"fan page",
	"fanpage",
	"fan account",
	"stan account",
	"fansite",
	"fan site",
	"fa clube",
	"ファンクラブ",
	"팬페이지",
	"팬클럽",
	"фан клуб",
];
export const fanBeginnings: readonly string[] = [
	"fans of",
	"fans de",
	"fan club",
	"fanclub",
	"club de fans",
	"fa clube",
	"fas de",
];
export const memorialBeginnings: readonly string[] = [
	"in memory of",
	"in loving memory",
	"in memoriam",
	"tribute to",
	"en memoria de",
	"hommage a",
	"homenaje a",
	"homenagem a",
	"in gedenken an",
	"in memoria di",
	"em memoria de",
];
export const memorialEndings: readonly string[] = ["tribute", "tribute page", "memorial page", "gedenkseite"];

/** Legal forms that are nothing else at the end of a name; "SA", "AG" or "CO" may be a state or an office. */
export const plainLegalForms: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"inc incorporated ltd limited llc llp plc corp corporation gmbh mbh sarl sasu eurl srl oyj sro doo kft zrt pty pvt bhd " +
		"株式会社 有限会社 合同会社 주식회사 有限公司 ооо оао зао",
);

/** Desks for customers: behind a name they are a firm's. */
export const customerDesks: readonly string[] = [
	"support",
	"customer support",
	"support team",
	"helpdesk",
	"help desk",
	"help center",
	"help centre",
	"customer care",
	"customer service",
	"customer services",
	"customercare",
	"customerservice",
	"customersupport",
	"newsroom",
	"kundenservice",
	"kundendienst",
	"kundensupport",
	"service client",
	"service clients",
	"serviceclient",
	"servicio al cliente",
	"atencion al cliente",
	"soporte",
	"suporte",
	"atendimento",
	"assistenza",
	"assistenza clienti",
	"klantenservice",
	"sav",
	"サポート",
	"고객센터",
	"поддержка",
];
/** Of those, the ones that stand before the name as well. */
export const leadingDesks: ReadonlySet<string> = new Set([
	"soporte",
	"suporte",
	"atencion al cliente",
	"servicio al cliente",
	"service client",
	"service clients",
	"sav",
	"atendimento",
	"assistenza",
	"assistenza clienti",
	"kundenservice",
	"kundendienst",
	"klantenservice",
	"поддержка",
]);

/** Desks and offices. A text that holds nothing but these, offices and small words is the account of a desk. */
export const roleDesks: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"press media news newsroom newsdesk office support team desk help helpdesk care service services contact info admin staff pr " +
		"comms communications marketing sales hr jobs careers recruiting billing presse pressestelle presseteam pressebuero " +
		"presseburo medienstelle kommunikation redaktion redaction redaccion redacao redazione redactie prensa gabinete oficina " +
		"comunicacion comunicaciones comunicacao imprensa assessoria cabinet bureau buro buero stampa ufficio equipe equipo " +
		"kundenservice kundendienst soporte suporte assistenza atencion atendimento pressoffice 広報 공보 пресс",
);
/** Of those, the ones that need no other word beside them; the others are names and words as well (Press, Sales, Jobs). */
export const loneDesks: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"newsroom newsdesk helpdesk pressestelle presseteam pressoffice kundenservice kundendienst redaktion soporte suporte " +
		"support info admin contact office medienstelle 広報",
);
/** What stands beside a desk: whose it is, by office, and small words. */
export const roleCompanions: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"the of for at and our de del de la le les du des der die das dem di da do dos das e y et und van het a al el official " +
		"officiel oficial offizielle ufficiale rep reps representative sen senate senator house gov governor governors mayor " +
		"mayors minister ministers president presidents chancellor congress parliament council city state gop dems dem eu uk us " +
		"usa un customer customers client clients cliente clientes clienti public relations affairs speaker whip committee " +
		"secretary white global corporate event events technical tech member members student students ministro ministra " +
		"presidencia presidente alcaldia senado ministre ministerin fraktion landtag bundestag regierung elysee palacio desk line " +
		"center centre web online digital social",
);

/** "Press office of ..." at the beginning of a clause. */
export const deskOf: RegExp = new RegExp(
	` ${clause(
		"(?:press|media|communications|news) (?:office|team|desk|service)s? (?:of|for)|pressestelle (?:de[rs]|von)|pressestelle|" +
			"presseteam (?:de[rs]|von)|(?:gabinete|oficina) de (?:prensa|comunicacion|imprensa) (?:de|del|do|da)|" +
			"(?:service|bureau) (?:de )?presse (?:de|du|des)|ufficio stampa (?:di|del|della|dell)|" +
			"assessoria de imprensa (?:de|do|da)|(?:customer|technical) support (?:for|of)|kundenservice (?:von|der|des)",
	)} `,
);

/** Names of institutions: as the last words of a display name, or before "of". */
export const institutions: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"university universitat universite universidad universidade universita ministry ministerium ministerio ministere " +
		"ministero department museum museo musee institute institut instituto istituto foundation stiftung fundacion fondation " +
		"fondazione fundacao association verein asociacion associazione hospital embassy botschaft embajada ambassade airlines " +
		"airways federation council commission authority agency government library biblioteca bibliothek polizei policia " +
		"gendarmerie feuerwehr stadt ayuntamiento mairie comune prefeitura city county logistics insurance versicherung",
);

/**
 * Signs of a firm in a bio; each counts once, and two of them tell. Alone they are also written by people who work there.
 */
export const firmSigns: readonly RegExp[] = [
	/ (?:official|offiziell\w*|oficial|officiel\w*|ufficiale|officiele) (?:\S+ ){0,2}?(?:account|page|channel|profile|feed|konto|kanal|seite|home) | (?:account|cuenta|conta|compte|perfil|pagina|canal|profilo) (?:\S+ )?(?:oficial|officiel\w*|ufficiale) |公式|공식 (?:계정|트위터)|官方|официальн\S+ (?:аккаунт|канал|страница|твиттер)/,
	/ (?:contact|call|visit|follow|join|dm|message|email|tweet|ask|find|reach|write|tag|text|phone) us | (?:folgt?|schreibt?|kontaktiert?|besucht?|ruft?) uns | (?:contacta|sigue|escribe|visita|llama)nos | (?:contactez|suivez|ecrivez|appelez|retrouvez) nous | (?:segui|contatta|scrivi|chiama)ci | (?:siga|fale|contate) (?:nos|conosco) | volg ons |お問い合わせ/,
	/ our (?:customers?|clients?|products?|services?|stores?|shops?|team|members|readers|app|website|guests|users|patients|hotline|support|newsletter|passengers|brand|restaurants?) | unsere[rnm]? (?:kunden|produkte|mitglieder|leser|gaste|dienste|service|kundinnen) | nuestr[ao]s? (?:clientes|productos|servicios|equipo|tiendas?) | nos (?:clients|produits|services|magasins|lecteurs) | nostri (?:clienti|prodotti|servizi) | noss[ao]s (?:clientes|produtos|servicos|lojas) | onze (?:klanten|producten) /,
	/ we (?:are (?!all )|re (?!all )|help|make|build|offer|provide|sell|create|deliver|serve|design|develop|publish|support|answer|bring|connect) | wir (?:sind|helfen|bieten|entwickeln|machen|liefern|antworten) | (?:somos|ofrecemos|ayudamos|oferecemos|ajudamos|siamo|offriamo|aiutiamo) | nous (?:sommes|aidons|proposons|creons) | wij (?:zijn|helpen|bieden|maken) /,
	/ (?:mon|monday|mo|lun|lunes|lu|lundi|seg|ma) (?:to |bis |a |au )?(?:fri|friday|fr|vie|viernes|ven|vendredi|sex|sun|sunday|so|sat|saturday|sa|dom|vr) | (?:24 7|24h|7 days a week|opening hours|offnungszeiten|horario) | \d{1,2}(?: \d\d)?(?: ?am)? (?:to )?\d{1,2}(?: \d\d)? ?(?:pm|uhr) /,
	/ (?:customer (?:care|service|support)|kundenservice|kundendienst|atencion al cliente|servicio al cliente|service clients?|assistenza clienti|atendimento ao cliente|klantenservice|here to help|happy to help|how can we help)(?! (?:lead|rep|representative|manager|agent|at|specialist|director|professional|guy|trainer|consultant|expert|advisor))/,
	/ (?:shop now|order online|book now|free shipping|download (?:our|the) app|impressum|we re hiring|founded in|established in|est \d{4}|gegrundet|fundad[ao] en|fondee? en) /,
];
/** A person speaks: of themselves, or of their family. */
export const onePerson: RegExp =
	/ (?:i(?! nostri)|me|my|mine|myself|ich|mein|meine|yo|mi|mis|je|mon(?! (?:to |bis )?(?:fri|sat|sun|thu))|mes|moi|io|mio|mia|eu|meu|minha|ik|mijn|dad|mom|mum|father|mother|husband|wife|papa|mama|vater|mutter|padre|madre|pere|pai|mae|he him|she her|they them|born in|opinions|he|she) /;
