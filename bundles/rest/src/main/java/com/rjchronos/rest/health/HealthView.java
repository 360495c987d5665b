package com.rjchronos.rest.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * Health as clients see it.
 *
 * @param checks absent for strangers
 */
public record HealthView(String status, @JsonInclude(JsonInclude.Include.NON_NULL) List<CheckView> checks) {

    /** One part. */
    public record CheckView(String name, String status, boolean essential, String detail) {

        static CheckView of(HealthReport.Part part) {
            return new CheckView(
                    part.name(), part.status().name().toLowerCase(Locale.ROOT), part.essential(), part.detail());
        }
    }

    static HealthView brief(HealthReport report) {
        return new HealthView(report.status().name().toLowerCase(Locale.ROOT), null);
    }

    static HealthView full(HealthReport report) {
        List<CheckView> checks = report.parts().stream().map(CheckView::of).toList();
        return new HealthView(report.status().name().toLowerCase(Locale.ROOT), checks);
    }
}
