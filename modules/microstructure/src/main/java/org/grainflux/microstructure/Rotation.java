package org.grainflux.microstructure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;

/**
 * A unit quaternion w + xi + yj + zk: rotates crystal axes to sample axes. A quaternion and its negative are the same
 * rotation.
 */
public record Rotation(double w, double x, double y, double z) implements Serializable {
    /** Largest |norm − 1| accepted; products of a few hundred rotations stay below it. */
    private static final double NORM_TOLERANCE = 1e-9;

    public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0);

    public Rotation {
        double norm = Math.sqrt(w * w + x * x + y * y + z * z);
        if (!(Math.abs(norm - 1) <= NORM_TOLERANCE)) {
            throw new InvalidInputException(
                    "a rotation needs a quaternion of norm 1, got norm " + norm + "; use Rotation.of to normalise it");
        }
    }

    /** The rotation along a quaternion of any length &gt; 0. */
    public static Rotation of(double w, double x, double y, double z) {
        double norm = Math.sqrt(w * w + x * x + y * y + z * z);
        if (!(norm > 0 && Double.isFinite(norm))) {
            throw new InvalidInputException("a rotation needs a finite quaternion other than 0, got norm " + norm);
        }
        return new Rotation(w / norm, x / norm, y / norm, z / norm);
    }

    /** Rotation by an angle (rad) about an axis of any length &gt; 0. */
    public static Rotation about(double axisX, double axisY, double axisZ, double angleRad) {
        double length = Math.sqrt(axisX * axisX + axisY * axisY + axisZ * axisZ);
        if (!(length > 0 && Double.isFinite(length))) {
            throw new InvalidInputException("a rotation axis must be finite and other than 0, got length " + length);
        }
        double s = Math.sin(0.5 * angleRad) / length;
        return of(Math.cos(0.5 * angleRad), s * axisX, s * axisY, s * axisZ);
    }

    /**
     * Uniform on SO(3).
     *
     * @see "Shoemake (1992), Uniform random rotations, Graphics Gems III, 124"
     */
    public static Rotation random(RandomGenerator random) {
        double u = random.nextDouble();
        double a = 2 * Math.PI * random.nextDouble();
        double b = 2 * Math.PI * random.nextDouble();
        double r = Math.sqrt(1 - u);
        double s = Math.sqrt(u);
        return of(s * Math.cos(b), r * Math.sin(a), r * Math.cos(a), s * Math.sin(b));
    }

    /** First {@code other}, then this. */
    public Rotation compose(Rotation other) {
        return of(
                w * other.w - x * other.x - y * other.y - z * other.z,
                w * other.x + x * other.w + y * other.z - z * other.y,
                w * other.y - x * other.z + y * other.w + z * other.x,
                w * other.z + x * other.y - y * other.x + z * other.w);
    }

    public Rotation inverse() {
        return new Rotation(w, -x, -y, -z);
    }

    /** Angle of this rotation in [0, π], rad. */
    public double angleRad() {
        return 2 * Math.atan2(Math.sqrt(x * x + y * y + z * z), Math.abs(w));
    }

    /** Row-major 3 × 3 matrix: sample = matrix · crystal. */
    public double[][] matrix() {
        return new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
            {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
            {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
        };
    }

    /**
     * Misorientation: the smallest angle, rad, that carries one cubic crystal onto the other, over the 24 rotations of
     * the cube; at most 62.80°. With the moduli of the quaternion of the difference sorted, q0 ≥ q1 ≥ q2 ≥ q3, the
     * largest |w| over the 24 products is max(q0, (q0 + q1)/√2, (q0 + q1 + q2 + q3)/2).
     *
     * @see "Grimmer (1974), Acta Cryst. A 30, 685"
     */
    public double cubicMisorientationRad(Rotation other) {
        Rotation difference = inverse().compose(other);
        double[] q = {Math.abs(difference.w), Math.abs(difference.x), Math.abs(difference.y), Math.abs(difference.z)};
        Arrays.sort(q);
        double cosHalf = Math.max(q[3], Math.max((q[3] + q[2]) * Math.sqrt(0.5), 0.5 * (q[0] + q[1] + q[2] + q[3])));
        return 2 * Math.acos(Math.min(1, cosHalf));
    }
}
