import { expect, it } from "vitest";
import { emailHashIn } from "../../src/text/avatar.js";
import { md5, sha256 } from "../../src/text/hash.js";

const [short, long] = [md5("ana@example.com"), sha256("ana@example.com")];

it.each<[string, string, string | undefined]>([
	["an MD5 in an avatar's address", `https://secure.gravatar.com/avatar/${short}?s=24&d=mm`, short],
	["a SHA-256", `//www.gravatar.com/avatar/${long}`, long],
	["a sum by itself, in capitals", short.toUpperCase(), short],
	["the sum of no address", `https://secure.gravatar.com/avatar/${md5("")}`, undefined],
	["a SHA-256 of no address", sha256(""), undefined],
	["a picture of another name", "https://img.example/avatar/ana.png", undefined],
	["a longer number", `https://img.example/avatar/${short}ab12`, undefined],
	["nothing", "", undefined],
])("%s", (_, text, hash) => expect(emailHashIn(text)).toBe(hash));
