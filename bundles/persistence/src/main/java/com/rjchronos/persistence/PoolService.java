package com.rjchronos.persistence;

import com.rjchronos.persistence.connection.Pool;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;

/** Makes the pool a service, on which entities and stores wait. */
final class PoolService {
    private final BundleContext context;

    PoolService(BundleContext context) {
        this.context = context;
    }

    /** Returns what takes it back. */
    Runnable offer(Pool pool) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.jndi.service.name", "chronos");
        properties.put("dataSourceName", "chronos");
        return context.registerService(DataSource.class, pool, properties)::unregister;
    }
}
