package com.rjchronos.model.settings;

/** A setting that breaks a rule; the component that reads it does not activate until the file is corrected. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String file, String key, Object value, String rule) {
        super("Setting refused: file=" + file + " key=" + key + " value=" + value + " rule=\"" + rule
                + "\". Correct the file; it takes effect without a restart.");
    }
}
