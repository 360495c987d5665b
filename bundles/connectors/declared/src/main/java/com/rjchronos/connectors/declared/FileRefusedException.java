package com.rjchronos.connectors.declared;

/** A connector file that breaks a rule. Says where, so that it can be corrected without a guess. */
final class FileRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_VALUE = 80;

    /**
     * @param line from 1; 0 if the file as a whole is meant
     * @param key with dots, e.g. {@code optical.rx[2].encoding}; empty if none is meant
     * @param value as it stands in the file
     * @param rule the end of a sentence, e.g. "must be a parameter path"
     */
    FileRefusedException(int line, String key, String value, String rule) {
        super("line=" + line + " key=" + key + " value=" + shown(value) + " rule=\"" + rule + "\"");
    }

    private static String shown(String value) {
        String head = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
        return head.replaceAll("\\p{Cntrl}", " ");
    }
}
