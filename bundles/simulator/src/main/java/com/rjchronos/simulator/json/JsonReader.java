package com.rjchronos.simulator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text, strictly, and complains in V8's words. */
final class JsonReader {
    private static final int DEEPEST = 512;
    private static final int SHOWN = 40;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Object read() {
        Object value = value(0);
        blanks();
        if (at < text.length()) {
            throw new JsonSyntaxException("Unexpected non-whitespace character after JSON at position " + at);
        }
        return value;
    }

    private Object value(int depth) {
        blanks();
        if (at >= text.length()) {
            throw ended();
        }
        if (depth > DEEPEST) {
            throw new JsonSyntaxException("too deep at position " + at);
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> number(c);
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                String wanted =
                        map.isEmpty() ? "Expected property name or '}'" : "Expected double-quoted property name";
                throw new JsonSyntaxException(wanted + " in JSON at position " + at);
            }
            String key = string();
            blanks();
            if (peek() != ':') {
                throw new JsonSyntaxException("Expected ':' after property name in JSON at position " + at);
            }
            at++;
            map.put(key, value(depth + 1));
            blanks();
            char next = peek();
            if (next != ',' && next != '}') {
                throw new JsonSyntaxException("Expected ',' or '}' after property value in JSON at position " + at);
            }
            at++;
            if (next == '}') {
                return map;
            }
        }
    }

    private List<Object> array(int depth) {
        List<Object> list = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            blanks();
            char next = peek();
            if (next != ',' && next != ']') {
                throw new JsonSyntaxException("Expected ',' or ']' after array element in JSON at position " + at);
            }
            at++;
            if (next == ']') {
                return list;
            }
        }
    }

    private String string() {
        int start = ++at;
        int end = start;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\' && text.charAt(end) >= ' ') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') {
            at = end + 1;
            return text.substring(start, end);
        }
        StringBuilder out = new StringBuilder(text.substring(start, end));
        at = end;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw new JsonSyntaxException(
                        "Bad control character in string literal in JSON at position " + (at - 1));
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw new JsonSyntaxException("Unterminated string in JSON at position " + at);
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw new JsonSyntaxException("Bad escaped character in JSON at position " + (at - 1));
        };
    }

    private char unicode() {
        if (at + 4 <= text.length() && text.substring(at, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw new JsonSyntaxException("Bad Unicode escape in JSON at position " + at);
    }

    private Object literal(String word, Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= text.length()) {
                throw ended();
            }
            if (text.charAt(at) != word.charAt(i)) {
                throw unexpected();
            }
        }
        return value;
    }

    private Object number(char first) {
        if (first != '-' && (first < '0' || first > '9')) {
            throw unexpected();
        }
        int start = at++;
        while (at < text.length() && "0123456789+-.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw unexpected();
        }
        if (digits.length() < 18 && digits.matches("-?\\d+")) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static JsonSyntaxException ended() {
        return new JsonSyntaxException("Unexpected end of JSON input");
    }

    private JsonSyntaxException unexpected() {
        String shown = text.length() <= SHOWN ? "\"" + text + "\"" : "...\"" + text.substring(0, SHOWN) + "\"...";
        return new JsonSyntaxException("Unexpected token '" + text.charAt(at) + "', " + shown + " is not valid JSON");
    }
}
