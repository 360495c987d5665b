package com.rjchronos.persistence.schema;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Liquibase's log in ours, one step quieter: its INFO is about every statement. */
final class Slf4jLogService extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE; // chosen by scope, never found by search
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public liquibase.logging.Logger getLog(Class type) {
        return new Bridge(LoggerFactory.getLogger(type));
    }

    private static final class Bridge extends AbstractLogger {
        private final Logger log;

        Bridge(Logger log) {
            this.log = log;
        }

        @Override
        public void close() {
            // holds nothing
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            if (level.intValue() >= Level.WARNING.intValue()) {
                log.info(message, cause);
            } else {
                log.debug(message, cause);
            }
        }
    }
}
