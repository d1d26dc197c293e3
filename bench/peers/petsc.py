"""One solve of NAME.mat x = NAME.rhs by PETSc on one core, as one line of JSON with the keys of bench/solve.

  python3 petsc.py --probe              which preconditioners this PETSc has, as JSON
  python3 petsc.py KIND NAME            KIND: hypre-agg, ml, gamg

Where there is a NAME.coords beside, nodes × dimension with unknown = node · dimension + axis, the system is elastic: gamg then
gets blocks of that dimension and the rigid-body modes as its near-null space. PETSC_PEER_OPTIONS adds options of PETSc.

Conjugate gradients from zero to an unpreconditioned relative residual of 1e-8. Seconds are CPU seconds of the process;
memory is how far its resident peak rises above the loaded system.
"""
import glob
import json
import os
import resource
import sys
import time

# Debian leaves its module outside the path of any Python when no default PETSc is chosen.
sys.path.extend(sorted(glob.glob("/usr/lib/petscdir/petsc*/*-real/lib/python3/dist-packages")))

import petsc4py  # noqa: E402

petsc4py.init(["petsc"])
from petsc4py import PETSc  # noqa: E402  (the library reads its arguments before it is used)

PRECONDITIONERS = {"hypre-agg": "hypre", "ml": "ml", "gamg": "gamg"}


def probe():
    found = []
    for kind, preconditioner in PRECONDITIONERS.items():
        try:
            PETSc.PC().create().setType(preconditioner)
            found.append(kind)
        except PETSc.Error:
            pass
    print(json.dumps({"version": ".".join(map(str, PETSc.Sys.getVersion())), "kinds": found}))


def load(name):
    matrix = PETSc.Mat().load(PETSc.Viewer().createBinary(name + ".mat", "r"))
    matrix.setOption(PETSc.Mat.Option.SPD, True)
    try:
        with open(name + ".rhs", "rb"):
            right = PETSc.Vec().load(PETSc.Viewer().createBinary(name + ".rhs", "r"))
    except FileNotFoundError:
        right = matrix.createVecLeft()
        right.set(1.0)
    return matrix, right


def rigid_modes(name, matrix):
    """The near-null space of an elastic system, or None."""
    if not os.path.exists(name + ".coords"):
        return None
    coordinates = PETSc.Vec().load(PETSc.Viewer().createBinary(name + ".coords", "r"))
    if coordinates.getSize() != matrix.getSize()[0]:
        sys.exit("%s.coords has %d entries, the matrix has %d rows" % (name, coordinates.getSize(), matrix.getSize()[0]))
    # Set by NAME.coords.info, which PETSc reads by itself.
    matrix.setBlockSize(coordinates.getBlockSize())
    return PETSc.NullSpace().createRigidBody(coordinates)


def options(kind, matrix):
    chosen = {
        "ksp_type": "cg",
        "ksp_norm_type": "unpreconditioned",
        "ksp_rtol": 1e-8,
        "ksp_atol": 1e-300,
        "ksp_max_it": 2000,
        "pc_type": PRECONDITIONERS[kind],
    }
    # Linear simplices couple about 7 nodes in the plane and 15 in space.
    in_space = matrix.getInfo()["nz_used"] / matrix.getSize()[0] > 10
    if kind == "hypre-agg":
        chosen.update({
            "pc_hypre_type": "boomeramg",
            "pc_hypre_boomeramg_strong_threshold": 0.5 if in_space else 0.25,
            "pc_hypre_boomeramg_coarsen_type": "HMIS",
            "pc_hypre_boomeramg_interp_type": "ext+i",
            "pc_hypre_boomeramg_P_max": 4,
            "pc_hypre_boomeramg_agg_nl": 1,
        })
    if kind == "gamg" and matrix.getBlockSize() == 1:
        chosen.update({"pc_gamg_threshold": 0.01 if in_space else 0.05, "pc_gamg_square_graph": 1})
    return chosen


def forget_peak():
    """Linux only; elsewhere the peak of loading stays, and small solvers look smaller."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak_bytes():
    try:
        with open("/proc/self/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return 1024 * int(line.split()[1])
    except OSError:
        pass
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def solve(kind, name):
    matrix, right = load(name)
    modes = rigid_modes(name, matrix)
    if modes is not None:
        matrix.setNearNullSpace(modes)
    settings = PETSc.Options()
    for key, value in options(kind, matrix).items():
        settings[key] = value
    solver = PETSc.KSP().create()
    solver.setOperators(matrix)
    settings.insertString(os.environ.get("PETSC_PEER_OPTIONS", ""))
    solver.setFromOptions()
    solution = right.duplicate()
    solution.set(0)
    forget_peak()
    before = peak_bytes()
    start = time.process_time()
    solver.setUp()
    ready = time.process_time()
    solver.solve(right, solution)
    done = time.process_time()
    held = peak_bytes() - before
    residual = right.duplicate()
    matrix.mult(solution, residual)
    residual.axpy(-1, right)
    rows = matrix.getSize()[0]
    print(json.dumps({
        "dofs": rows,
        "nnz": int(matrix.getInfo()["nz_used"]),
        "method": kind,
        "setup_s": round(ready - start, 4),
        "solve_s": round(done - ready, 4),
        "iterations": solver.getIterationNumber(),
        "rel_residual": float("%.3g" % (residual.norm() / right.norm())),
        "bytes_per_dof": round(held / rows, 1),
    }))
    if solver.getConvergedReason() < 0:
        sys.exit("did not converge: PETSc's reason %d" % solver.getConvergedReason())


if len(sys.argv) == 2 and sys.argv[1] == "--probe":
    probe()
elif len(sys.argv) == 3 and sys.argv[1] in PRECONDITIONERS:
    solve(sys.argv[1], sys.argv[2][:-4] if sys.argv[2].endswith(".mat") else sys.argv[2])
else:
    sys.exit(__doc__)
