package com.rjchronos.persistence.account;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** What Aries does in the container: a transaction around each piece of work. */
record LocalTemplate(EntityManagerFactory entities) implements JpaTemplate {

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        EntityManager manager = entities.createEntityManager();
        try {
            manager.getTransaction().begin();
            R result = code.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, manager -> {
            code.accept(manager);
            return null;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
