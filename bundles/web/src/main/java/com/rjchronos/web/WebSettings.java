package com.rjchronos.web;

import com.rjchronos.model.settings.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * The validated limits.
 *
 * @param maxBody largest request body in bytes
 * @param bodyTime how long a body may take to arrive
 * @param hold how long a request waits for the API
 * @param maxHeld how many wait at once
 */
record WebSettings(int maxBody, Duration bodyTime, Duration hold, int maxHeld) {

    static WebSettings from(WebConfig config, Map<String, Object> properties) {
        Settings settings = Settings.of(properties, WebConfig.class);
        return of(
                settings.within("maxBodyKb", config.maxBodyKb(), 16, 16384),
                settings.within("bodySeconds", config.bodySeconds(), 1, 300),
                settings.within("holdMillis", config.holdMillis(), 0, 5000),
                settings.within("maxHeld", config.maxHeld(), 1, 150));
    }

    /** What holds while a file is refused: limits never vanish because of a typing error. */
    static WebSettings defaults() {
        return of(byDefault("maxBodyKb"), byDefault("bodySeconds"), byDefault("holdMillis"), byDefault("maxHeld"));
    }

    private static WebSettings of(int maxBodyKb, int bodySeconds, int holdMillis, int maxHeld) {
        return new WebSettings(
                maxBodyKb * 1024, Duration.ofSeconds(bodySeconds), Duration.ofMillis(holdMillis), maxHeld);
    }

    private static int byDefault(String key) {
        try {
            return (int) WebConfig.class.getMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("WebConfig has no " + key, e);
        }
    }
}
