package com.rjchronos.model.intent;

/** What XML 1.0 can carry to a device: CWMP has no other way. */
final class XmlText {

    private XmlText() {}

    /** Whether each character is the production Char of XML 1.0; an unpaired surrogate is none. */
    static boolean carries(String text) {
        return text.codePoints().allMatch(XmlText::isChar);
    }

    private static boolean isChar(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
