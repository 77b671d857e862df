import { expect, it } from "vitest";
import { htmlText } from "../../src/text/html.js";

it.each([
	["<p>One</p><p>Two<br>Three</p>", "One\nTwo\nThree"],
	["<style>p { color: red }</style>Caf&eacute; &amp; t&#233;", "Caf&eacute; & té"],
	["3 < 4 and 5 > 2", "3 < 4 and 5 > 2"],
	["<!-- hidden -->Seen <b>well</b>", "Seen well"],
	["Plain\ntext", "Plain text"],
])("%s", (html, text) => expect(htmlText(html)).toBe(text));
