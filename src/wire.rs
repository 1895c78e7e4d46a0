//! How the instruments' data travels inside the page: one flat list of whole
//! numbers and texts, read back in the order in which it was written.
//!
//! The browser's own JSON parser takes the list apart; reading it here needs a
//! hundredth of the code that a general deserialiser would add to the wasm.
//! Writer and reader of a type come from one list of its fields, so they
//! cannot disagree.

use std::rc::Rc;

use crate::units::Coord;

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number, a place in a list, the length of one, or a word of a closed list.
    Number(i32),
    /// A text.
    Text(Rc<str>),
}

/// Where tokens come from, in order.
pub trait Source {
    /// The next token, when it is a number.
    fn number(&mut self) -> Option<i32>;
    /// The next token, when it is a text.
    fn text(&mut self) -> Option<Rc<str>>;
}

/// A source of tokens in memory.
#[derive(Debug)]
pub struct Tokens(std::vec::IntoIter<Token>);

impl Tokens {
    /// Reads these tokens from the first on.
    pub fn new(tokens: Vec<Token>) -> Self {
        Self(tokens.into_iter())
    }
}

impl Source for Tokens {
    fn number(&mut self) -> Option<i32> {
        match self.0.next()? {
            Token::Number(number) => Some(number),
            Token::Text(_) => None,
        }
    }

    fn text(&mut self) -> Option<Rc<str>> {
        match self.0.next()? {
            Token::Text(text) => Some(text),
            Token::Number(_) => None,
        }
    }
}

/// What can travel.
pub trait Wire: Sized {
    /// Appends the tokens of this value.
    fn write(&self, out: &mut Vec<Token>);
    /// Reads a value back; `None` when the tokens are not those of one.
    fn read(source: &mut impl Source) -> Option<Self>;
}

/// A value as it arrives at the other end.
pub fn travelled<T: Wire>(value: &T) -> Option<T> {
    let mut tokens = Vec::new();
    value.write(&mut tokens);
    T::read(&mut Tokens::new(tokens))
}

/// Makes a struct travel: its fields, in order, and nothing else.
macro_rules! wire {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, out: &mut Vec<$crate::wire::Token>) {
                $($crate::wire::Wire::write(&self.$field, out);)+
            }

            fn read(source: &mut impl $crate::wire::Source) -> Option<Self> {
                $(let $field = $crate::wire::Wire::read(source)?;)+
                Some(Self { $($field),+ })
            }
        }
    };
}
pub(crate) use wire;

impl Wire for i32 {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Number(*self));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        source.number()
    }
}

impl Wire for usize {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Number(i32::try_from(*self).unwrap_or(i32::MAX)));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        Self::try_from(source.number()?).ok()
    }
}

impl Wire for bool {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Number(i32::from(*self)));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        source.number().map(|number| number != 0)
    }
}

/// Pictures travel in whole units, about a pixel: tenths would make the page 2 KB heavier, and nobody sees them.
impl Wire for Coord {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Number(self.whole()));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        source.number().map(|units| Self::from_tenths(units * 10))
    }
}

impl Wire for Rc<str> {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Text(self.clone()));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        source.text()
    }
}

impl Wire for String {
    fn write(&self, out: &mut Vec<Token>) {
        out.push(Token::Text(Rc::from(self.as_str())));
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        source.text().map(|text| text.as_ref().to_owned())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, out: &mut Vec<Token>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        if bool::read(source)? {
            T::read(source).map(Some)
        } else {
            Some(None)
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, out: &mut Vec<Token>) {
        self.len().write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        let n_values = usize::read(source)?;
        (0..n_values).map(|_| T::read(source)).collect()
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, out: &mut Vec<Token>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        Some((A::read(source)?, B::read(source)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: Wire + PartialEq + std::fmt::Debug>(value: T) {
        let mut tokens = Vec::new();
        value.write(&mut tokens);
        let mut source = Tokens::new(tokens);
        assert_eq!(T::read(&mut source), Some(value));
        assert_eq!(source.number(), None, "nothing is left over");
    }

    #[test]
    fn what_is_written_reads_back() {
        check(-7);
        check(vec![String::from("a"), String::new()]);
        check((Some(Coord::new(12.0)), Option::<bool>::None));
        check(Vec::<usize>::new());
        check(vec![(1_usize, Rc::<str>::from("é")), (2, Rc::from("\"<"))]);
    }

    #[test]
    fn a_length_travels_rounded_to_a_whole_unit() {
        for (sent, received) in [(12.3, 12.0), (12.5, 13.0), (-0.4, 0.0), (-7.6, -8.0)] {
            assert_eq!(travelled(&Coord::new(sent)), Some(Coord::new(received)));
        }
    }

    #[test]
    fn tokens_of_something_else_give_nothing() {
        let mut source = Tokens::new(vec![Token::Number(3), Token::Number(1)]);
        assert_eq!(Vec::<Rc<str>>::read(&mut source), None);
        assert_eq!(bool::read(&mut Tokens::new(Vec::new())), None);
    }
}
