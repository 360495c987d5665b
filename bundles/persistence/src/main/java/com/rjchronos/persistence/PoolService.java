package com.rjchronos.persistence;

import com.rjchronos.persistence.connection.Pool;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the pool a service, on which entities and stores wait. */
final class PoolService {
    private static final Logger LOG = LoggerFactory.getLogger(PoolService.class);

    private final BundleContext context;

    PoolService(BundleContext context) {
        this.context = context;
    }

    /** Returns what takes it back. */
    Runnable offer(Pool pool) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.jndi.service.name", "chronos");
        properties.put("dataSourceName", "chronos");
        ServiceRegistration<DataSource> service = context.registerService(DataSource.class, pool, properties);
        return () -> takeBack(service);
    }

    private static void takeBack(ServiceRegistration<DataSource> service) {
        try {
            service.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The framework took the pool back first.", e);
        }
    }
}
