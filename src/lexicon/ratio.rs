//! Exact numbers: a figure is compared with its like, so nothing may be lost in reading it.

use std::fmt;

/// A number as a fraction in lowest terms. `1/3` and `2.25` are both exact; what is too large to hold is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    /// A fraction; nothing where the lower part is not above zero.
    pub(crate) fn new(num: i128, den: i128) -> Option<Ratio> {
        if den <= 0 {
            return None;
        }
        // A whole number is in lowest terms.
        if den == 1 {
            return Some(Ratio { num, den });
        }
        // It divides `den`, so it fits.
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs()) as i128;
        Some(Ratio { num: num / divisor, den: den / divisor })
    }

    /// Reads `40,000`, `1.75` or `3/4`; nothing where the text is anything else, `1,2` and `24/7` among it.
    pub(crate) fn parse(text: &str) -> Option<Ratio> {
        if !text.starts_with(|char: char| char.is_ascii_digit()) {
            return None;
        }
        if let Some((num, den)) = text.split_once('/') {
            let (num, den) = (whole(num)?, whole(den)?);
            return Ratio::new(num, den).filter(|_| num < den);
        }
        let (integer, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let integer = match integer.split_once(',') {
            None => whole(integer)?,
            Some((first, rest)) => {
                let is_grouped = (1..=3).contains(&first.len()) && rest.split(',').all(|group| group.len() == 3);
                whole(&integer.replace(',', "")).filter(|_| is_grouped)?
            }
        };
        let den = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Ratio::new(integer, 1)?.plus(Ratio::new(whole(decimals)?, den)?)
    }

    /// The sum.
    pub(crate) fn plus(self, other: Ratio) -> Option<Ratio> {
        let (a, b) = (self.num.checked_mul(other.den)?, other.num.checked_mul(self.den)?);
        Ratio::new(a.checked_add(b)?, self.den.checked_mul(other.den)?)
    }

    /// The product.
    pub(crate) fn times(self, other: Ratio) -> Option<Ratio> {
        Ratio::new(self.num.checked_mul(other.num)?, self.den.checked_mul(other.den)?)
    }

    /// Whether it is less than another.
    pub(crate) fn is_less(self, other: Ratio) -> bool {
        match (self.num.checked_mul(other.den), other.num.checked_mul(self.den)) {
            (Some(a), Some(b)) => a < b,
            _ => false,
        }
    }

    /// The number as a fraction, whole ones too: `1/4`.
    pub(crate) fn fraction(self) -> String {
        format!("{}/{}", self.num, self.den)
    }

    /// The number where it is whole and small.
    pub(crate) fn whole(self) -> Option<u32> {
        if self.den == 1 { u32::try_from(self.num).ok() } else { None }
    }
}

impl fmt::Display for Ratio {
    /// A decimal where it ends, else a fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = 0;
        let (mut num, mut den) = (self.num, self.den);
        while den != 1 {
            // What ends at all ends within as many digits as its lower part has factors.
            match num.checked_mul(10).filter(|_| digits < 12) {
                Some(more) => {
                    let divisor = gcd(more.unsigned_abs(), den.unsigned_abs()) as i128;
                    (num, den, digits) = (more / divisor, den / divisor, digits + 1);
                }
                None => return write!(f, "{}/{}", self.num, self.den),
            }
        }
        if digits == 0 {
            return write!(f, "{num}");
        }
        let sign = if num < 0 { "-" } else { "" };
        let text = format!("{:0>width$}", num.unsigned_abs(), width = digits + 1);
        let (integer, decimals) = text.split_at(text.len() - digits);
        write!(f, "{sign}{integer}.{decimals}")
    }
}

fn whole(digits: &str) -> Option<i128> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_shows_figures() {
        for (text, shown) in [
            ("2", "2"),
            ("2.50", "2.5"),
            ("0.0625", "0.0625"),
            ("1,250", "1250"),
            ("1,234,567.80", "1234567.8"),
            ("3/4", "0.75"),
            ("1/3", "1/3"),
            ("007", "7"),
        ] {
            assert_eq!(Ratio::parse(text).map(|ratio| ratio.to_string()).as_deref(), Some(shown), "{text}");
        }
        let huge = "9".repeat(60);
        for text in ["", ".", "1,2", "1,0000", ",000", "1.2.3", "24/7", "1/0", "1/", "x", "-1", huge.as_str()] {
            assert_eq!(Ratio::parse(text), None, "{text}");
        }
    }

    #[test]
    fn reckons_without_loss_or_panic() {
        let parse = |text| Ratio::parse(text).unwrap();
        assert_eq!(parse("2").plus(parse("1/4")), Ratio::parse("2.25"));
        assert_eq!(parse("1.25").times(parse("1,000,000,000,000")), Ratio::parse("1250000000000"));
        assert_eq!(Ratio::new(-13, 10).unwrap().to_string(), "-1.3");
        assert_eq!(Ratio::new(-1, 20).unwrap().to_string(), "-0.05");
        assert_eq!(Ratio::new(1, i128::MAX).unwrap().times(Ratio::new(1, 2).unwrap()), None);
        assert_eq!((Ratio::new(1, 0), Ratio::new(1, -2)), (None, None));
        assert!(Ratio::new(i128::MIN, i128::MAX).is_some_and(|ratio| ratio.to_string().contains('/')));
        assert!(parse("1/3").is_less(parse("1/2")) && !parse("1/2").is_less(parse("1/2")));
    }
}
