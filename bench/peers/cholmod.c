/*
 * One solve of NAME.mat x = NAME.rhs by CHOLMOD (approximate minimum degree, supernodal) on one core, as one line of JSON
 * with the keys of bench/solve, and "blas", the library that did the dense work.
 *
 *   cc -O2 -I/usr/include/suitesparse cholmod.c -lcholmod -o cholmod && ./cholmod NAME
 *
 * Seconds are CPU seconds of the process; memory is CHOLMOD's own peak without the matrix.
 */
#include <cholmod.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

static void fail(const char *message, const char *name) {
    fprintf(stderr, "%s: %s\n", name, message);
    exit(2);
}

static FILE *open_file(const char *name, const char *ending) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", name, ending);
    return fopen(path, "rb");
}

static void read_ints(FILE *file, int32_t *into, long count, const char *name) {
    if (fread(into, 4, count, file) != (size_t)count) fail("cut off", name);
    for (long i = 0; i < count; i++) into[i] = (int32_t)__builtin_bswap32((uint32_t)into[i]);
}

static void read_doubles(FILE *file, double *into, long count, const char *name) {
    if (fread(into, 8, count, file) != (size_t)count) fail("cut off", name);
    for (long i = 0; i < count; i++) {
        uint64_t bits;
        memcpy(&bits, into + i, 8);
        bits = __builtin_bswap64(bits);
        memcpy(into + i, &bits, 8);
    }
}

/* Rows of the lower triangle are columns of the upper one, which is what CHOLMOD is given. */
static cholmod_sparse *read_matrix(const char *name, cholmod_common *common, long *entries) {
    FILE *file = open_file(name, ".mat");
    if (!file) fail("no such matrix", name);
    int32_t header[4];
    read_ints(file, header, 4, name);
    if (header[0] != 1211216 || header[1] != header[2]) fail("not a square matrix in PETSc's binary format", name);
    long rows = header[1];
    *entries = header[3];
    int32_t *lengths = malloc(4 * rows), *columns = malloc(4 * *entries);
    double *values = malloc(8 * *entries);
    read_ints(file, lengths, rows, name);
    read_ints(file, columns, *entries, name);
    read_doubles(file, values, *entries, name);
    fclose(file);
    cholmod_sparse *upper = cholmod_allocate_sparse(rows, rows, (*entries + rows) / 2, 1, 1, 1, CHOLMOD_REAL, common);
    int *starts = upper->p, *places = upper->i;
    double *kept = upper->x;
    long read = 0, written = 0;
    for (long i = 0; i < rows; i++) {
        starts[i] = (int)written;
        for (long end = read + lengths[i]; read < end; read++) {
            if (columns[read] <= i) {
                places[written] = columns[read];
                kept[written++] = values[read];
            }
        }
    }
    starts[rows] = (int)written;
    free(lengths);
    free(columns);
    free(values);
    return upper;
}

static cholmod_dense *read_load(const char *name, long rows, cholmod_common *common) {
    cholmod_dense *load = cholmod_ones(rows, 1, CHOLMOD_REAL, common);
    FILE *file = open_file(name, ".rhs");
    if (!file) return load;
    int32_t header[2];
    read_ints(file, header, 2, name);
    if (header[0] != 1211214 || header[1] != rows) fail("the right-hand side does not fit", name);
    read_doubles(file, load->x, rows, name);
    fclose(file);
    return load;
}

/* Which library the process has mapped for dense linear algebra; Linux only. */
static void find_blas(char *found, size_t size) {
    char line[4096];
    snprintf(found, size, "unknown");
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && fgets(line, sizeof line, maps)) {
        char *path = strchr(line, '/');
        if (path && (strstr(path, "blas") || strstr(path, "mkl") || strstr(path, "blis"))) {
            path[strcspn(path, "\n")] = 0;
            snprintf(found, size, "%s", path);
            break;
        }
    }
    if (maps) fclose(maps);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: cholmod NAME\n");
        return 2;
    }
    char *name = arguments[1];
    size_t length = strlen(name);
    if (length > 4 && !strcmp(name + length - 4, ".mat")) name[length - 4] = 0;
    cholmod_common common;
    cholmod_start(&common);
    common.nmethods = 1;
    common.method[0].ordering = CHOLMOD_AMD;
    common.supernodal = CHOLMOD_SUPERNODAL;
    long entries;
    cholmod_sparse *matrix = read_matrix(name, &common, &entries);
    long rows = matrix->nrow;
    cholmod_dense *load = read_load(name, rows, &common);
    size_t before = common.memory_inuse;
    common.memory_usage = common.memory_inuse;

    double start = cpu_seconds();
    cholmod_factor *factor = cholmod_analyze(matrix, &common);
    cholmod_factorize(matrix, factor, &common);
    double ready = cpu_seconds();
    if (common.status != CHOLMOD_OK) fail("not positive definite, or out of memory", name);
    cholmod_dense *solution = cholmod_solve(CHOLMOD_A, factor, load, &common);
    double done = cpu_seconds();

    double bytes = (double)(common.memory_usage - before);
    double one[2] = {1, 0}, minus_one[2] = {-1, 0};
    cholmod_dense *residual = cholmod_copy_dense(load, &common);
    cholmod_sdmult(matrix, 0, minus_one, one, solution, residual, &common);
    char blas[4096];
    find_blas(blas, sizeof blas);
    printf("{\"dofs\":%ld,\"nnz\":%ld,\"method\":\"cholmod\",\"setup_s\":%.4f,\"solve_s\":%.4f,\"iterations\":0,"
           "\"rel_residual\":%.3g,\"bytes_per_dof\":%.1f,\"blas\":\"%s\"}\n",
           rows, entries, ready - start, done - ready,
           cholmod_norm_dense(residual, 2, &common) / cholmod_norm_dense(load, 2, &common), bytes / rows, blas);
    return 0;
}
