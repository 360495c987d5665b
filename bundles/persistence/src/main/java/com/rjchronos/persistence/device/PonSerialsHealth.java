package com.rjchronos.persistence.device;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says how many devices report a PON serial that another one holds. The appliance works all the same. */
@Component
public final class PonSerialsHealth implements HealthIndicator {
    private static final String OPEN =
            "select count(distinct device_id) from device_conflicts where resolved_at is null";
    private static final int PATIENCE_SECONDS = 1;

    private final DataSource pool;

    @Activate
    public PonSerialsHealth(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "pon-serials";
    }

    @Override
    public Health health() {
        try {
            long open = open();
            return Health.up(
                    open == 0
                            ? "Every PON serial is reported by one device."
                            : "Devices that report the PON serial of another one, and are kept without it: " + open
                                    + ". The table device_conflicts names them.");
        } catch (SQLException e) {
            return Health.degraded("Not known while the database does not answer: " + e.getMessage());
        }
    }

    private long open() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet row = statement.executeQuery(OPEN)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
