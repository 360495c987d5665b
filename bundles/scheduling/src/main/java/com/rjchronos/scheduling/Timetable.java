package com.rjchronos.scheduling;

import com.rjchronos.model.settings.Settings;
import java.text.ParseException;
import java.util.Date;
import java.util.Map;
import org.quartz.CronExpression;

/**
 * When what is fired; Quartz cron expressions, in the appliance's time zone.
 *
 * @param incremental devices that informed since the last sweep
 * @param discovery devices that registered since the last look
 * @param full every device
 * @param reassess the stored fleet against the clock
 * @param faults what the ACSs say went wrong with devices
 */
record Timetable(String incremental, String discovery, String full, String reassess, String faults) {

    static Timetable of(SweepClock.Config config, Map<String, Object> properties) {
        Settings settings = Settings.of(properties, SweepClock.Config.class);
        return new Timetable(
                cron(settings, "incrementalCron", config.incrementalCron()),
                cron(settings, "discoveryCron", config.discoveryCron()),
                cron(settings, "fullCron", config.fullCron()),
                cron(settings, "reassessCron", config.reassessCron()),
                cron(settings, "faultsCron", config.faultsCron()));
    }

    private static String cron(Settings settings, String key, String expression) {
        String cron = settings.require(
                key,
                expression.trim().replaceAll("\\s+", " "),
                CronExpression::isValidExpression,
                "must be a Quartz cron expression (second minute hour day-of-month month day-of-week), e.g. 0 0/5 * * * ?");
        return settings.require(key, cron, Timetable::everFires, "must fire some day, but never will");
    }

    /** Quartz would refuse the whole clock for one that does not. */
    private static boolean everFires(String cron) {
        try {
            return new CronExpression(cron).getNextValidTimeAfter(new Date()) != null;
        } catch (ParseException e) {
            return false;
        }
    }
}
