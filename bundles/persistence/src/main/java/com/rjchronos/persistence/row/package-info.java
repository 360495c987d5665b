/** How values become columns and many rows become one statement. No table is named here. */
package com.rjchronos.persistence.row;
