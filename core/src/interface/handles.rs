//! State that outlives a call, behind numbers: a hasher, or bytes that a later call takes.
//!
//! A handle names a slot and a generation of it, so one that was released is an error and never another's state.
//! It belongs to the thread that made it: any other is told that there is no such handle, and whatever a thread has
//! not released when it ends is released then. A call takes the state out of its slot while it works, so a second call
//! meanwhile is an error and not a deadlock, and one that panics leaves nothing half-done behind.

use std::any::Any;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Code, Error};

/// What crosses a bridge in the place of state: at most 2⁵³ − 1, which a JavaScript number holds; never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle(u64);

/// So many bits say which slot, and the rest which generation of it.
const SLOT_BITS: u32 = 29;
const LAST_GENERATION: u32 = (1 << 24) - 1;

impl Handle {
    /// The largest number that a handle can have.
    pub const MAX: u64 = (1 << 53) - 1;

    fn new(slot: u32, generation: u32) -> Self {
        Handle(u64::from(generation) << SLOT_BITS | u64::from(slot))
    }

    /// The handle with this number, which need not be live.
    #[must_use]
    pub fn from_number(number: u64) -> Self {
        Handle(number)
    }

    /// Returns the number that crosses a bridge.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The handle with the number that JavaScript gives, which is a double; `None` if no handle can have it.
    #[must_use]
    #[inline]
    pub fn of_double(number: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with the original next")]
        let integer = number as u64;
        #[expect(clippy::cast_precision_loss, reason = "a larger number than MAX is refused")]
        let is_exact = integer as f64 == number;
        (integer <= Self::MAX && is_exact).then_some(Handle(integer))
    }

    /// The same for the argument with that name.
    ///
    /// # Errors
    ///
    /// [`Code::OutOfRange`] if it is not an integer that a handle can have.
    #[inline]
    pub fn from_double(number: f64, argument: &'static str) -> Result<Self, Error> {
        Self::of_double(number).ok_or_else(|| {
            let message = format!("{argument} is {number}, but must be a number that a call gave as a handle");
            Error::new(Code::OutOfRange, argument, message)
        })
    }

    /// Returns the number as JavaScript gets it.
    #[must_use]
    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "a handle has at most 53 bits")]
    pub fn to_double(self) -> f64 {
        self.0 as f64
    }

    fn slot(self) -> usize {
        (self.0 & ((1 << SLOT_BITS) - 1)) as usize
    }

    fn generation(self) -> u64 {
        self.0 >> SLOT_BITS
    }
}

type State = Box<dyn Any + Send>;

struct Slot {
    generation: u32,
    owner: u64,
    content: Content,
}

enum Content {
    Free,
    Idle(State),
    Busy,
}

/// All slots, and which of them are free.
struct Table {
    slots: Vec<Slot>,
    free: Vec<u32>,
}

static TABLE: Mutex<Table> = Mutex::new(Table { slots: Vec::new(), free: Vec::new() });

/// The lock is held for a few instructions that cannot fail, so the table is never left half-done.
fn table() -> MutexGuard<'static, Table> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Table {
    fn insert(&mut self, owner: u64, state: State) -> Option<Handle> {
        let content = Content::Idle(state);
        if let Some(slot) = self.free.pop() {
            let free = &mut self.slots[slot as usize];
            (free.owner, free.content) = (owner, content);
            return Some(Handle::new(slot, free.generation));
        }
        let slot = u32::try_from(self.slots.len()).ok().filter(|slot| slot >> SLOT_BITS == 0)?;
        self.slots.push(Slot { generation: 1, owner, content });
        Some(Handle::new(slot, 1))
    }

    /// The slot of a live handle of `owner`.
    fn find(&mut self, handle: Handle, owner: u64) -> Option<&mut Slot> {
        let slot = self.slots.get_mut(handle.slot())?;
        let is_live = !matches!(slot.content, Content::Free);
        (is_live && slot.owner == owner && u64::from(slot.generation) == handle.generation()).then_some(slot)
    }

    /// Frees a slot and returns what it held; a slot that has had all its generations is not used again.
    fn vacate(&mut self, slot: usize) -> Content {
        let vacated = &mut self.slots[slot];
        let content = std::mem::replace(&mut vacated.content, Content::Free);
        if vacated.generation < LAST_GENERATION {
            vacated.generation += 1;
            self.free.push(u32::try_from(slot).expect("a slot has 29 bits"));
        }
        content
    }
}

/// Whose handles a thread may use, and makes.
///
/// Each thread is an owner of its own. A task that works for another thread acts for that one meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Owner(u64);

/// Releases what a thread leaves behind.
struct Own(u64);

impl Drop for Own {
    fn drop(&mut self) {
        let mut table = table();
        let left: Vec<usize> = (0..table.slots.len())
            .filter(|&slot| table.slots[slot].owner == self.0 && !matches!(table.slots[slot].content, Content::Free))
            .collect();
        let states: Vec<Content> = left.into_iter().map(|slot| table.vacate(slot)).collect();
        drop(table);
        drop(states);
    }
}

static OWNERS: AtomicU64 = AtomicU64::new(1);

thread_local! {
    static OWN: Own = Own(OWNERS.fetch_add(1, Relaxed));
    static ACTING: Cell<u64> = const { Cell::new(0) };
}

impl Owner {
    /// The owner that this thread acts for: itself, or the one it was given.
    #[must_use]
    pub fn current() -> Self {
        match ACTING.get() {
            // 0 is no owner: a thread that is ending has no handles any more.
            0 => Owner(OWN.try_with(|own| own.0).unwrap_or(0)),
            acting => Owner(acting),
        }
    }

    /// Runs `work` for this owner, whichever thread this is.
    pub fn act<R>(self, work: impl FnOnce() -> R) -> R {
        struct Restore(u64);
        impl Drop for Restore {
            fn drop(&mut self) {
                ACTING.set(self.0);
            }
        }
        let _restore = Restore(ACTING.replace(self.0));
        work()
    }
}

/// Keeps `state` and returns its handle.
///
/// # Errors
///
/// [`Code::OutOfRange`] if there are as many handles as can be.
pub fn insert<T: Any + Send>(state: T) -> Result<Handle, Error> {
    table().insert(Owner::current().0, Box::new(state)).ok_or_else(|| {
        let message = "there are 536,870,912 live handles, and can be no more; release some".to_owned();
        Error::new(Code::OutOfRange, "", message)
    })
}

/// Lends the state of a handle to `work`.
///
/// # Errors
///
/// [`Code::Disposed`] if the handle is not a live one of this thread, [`Code::InvalidState`] if another call is using
/// it, [`Code::InvalidArgValue`] if it is of another kind, or what `work` returns.
pub fn with<T: Any, R>(
    handle: Handle,
    argument: &'static str,
    work: impl FnOnce(&mut T) -> Result<R, Error>,
) -> Result<R, Error> {
    let mut borrowed = Borrowed::new(handle, argument)?;
    match borrowed.state.as_mut().and_then(|state| state.downcast_mut()) {
        Some(state) => work(state),
        None => Err(other_kind(argument)),
    }
}

/// Takes the state of a handle, which ends the handle.
///
/// # Errors
///
/// As [`with`].
pub fn take<T: Any>(handle: Handle, argument: &'static str) -> Result<T, Error> {
    let mut borrowed = Borrowed::new(handle, argument)?;
    let state = borrowed.state.take().expect("it was put there just now");
    match state.downcast() {
        Ok(state) => Ok(*state),
        Err(state) => {
            borrowed.state = Some(state);
            Err(other_kind(argument))
        }
    }
}

/// Ends a handle of any kind. What a call is using meanwhile is dropped when that call ends.
///
/// # Errors
///
/// [`Code::Disposed`] if the handle is not a live one of this thread.
pub fn release(handle: Handle, argument: &'static str) -> Result<(), Error> {
    let mut table = table();
    table.find(handle, Owner::current().0).ok_or_else(|| disposed(argument))?;
    let content = table.vacate(handle.slot());
    drop(table); // before the state, whose own work may take long
    drop(content);
    Ok(())
}

/// State that is out of its slot: it goes back at the end, unless it was taken or the call panics.
struct Borrowed {
    handle: Handle,
    owner: u64,
    state: Option<State>,
}

impl Borrowed {
    fn new(handle: Handle, argument: &'static str) -> Result<Self, Error> {
        let owner = Owner::current().0;
        let mut table = table();
        let slot = table.find(handle, owner).ok_or_else(|| disposed(argument))?;
        match std::mem::replace(&mut slot.content, Content::Busy) {
            Content::Idle(state) => Ok(Borrowed { handle, owner, state: Some(state) }),
            _ => Err(Error::new(
                Code::InvalidState,
                argument,
                format!("{argument} is in use by another call; wait until that one has ended"),
            )),
        }
    }
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        let state = if std::thread::panicking() { None } else { self.state.take() };
        let mut table = table();
        // It may have been released meanwhile, and its slot be another's.
        let Some(slot) = table.find(self.handle, self.owner) else { return };
        match state {
            Some(state) => slot.content = Content::Idle(state),
            None => drop(table.vacate(self.handle.slot())),
        }
    }
}

#[cold]
fn disposed(argument: &'static str) -> Error {
    let message = format!(
        "{argument} names nothing that is live: it was freed, or belongs to another thread or to an instance that was \
         replaced; make a new one"
    );
    Error::new(Code::Disposed, argument, message)
}

#[cold]
fn other_kind(argument: &'static str) -> Error {
    Error::new(Code::InvalidArgValue, argument, format!("{argument} is a handle of something else"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> Code {
        result.expect_err("it fails").code()
    }

    #[test]
    fn state_is_lent_taken_and_released() {
        let handle = insert(7u32).expect("there is room");
        assert_ne!(handle.number(), 0);
        assert_eq!(with(handle, "handle", |number: &mut u32| Ok(std::mem::replace(number, 8))), Ok(7));
        assert_eq!(code(with(handle, "handle", |_: &mut String| Ok(()))), Code::InvalidArgValue);
        assert_eq!(code(take::<String>(handle, "handle")), Code::InvalidArgValue);
        assert_eq!(take(handle, "handle"), Ok(8u32));
        assert_eq!(code(take::<u32>(handle, "handle")), Code::Disposed);
        assert_eq!(code(release(handle, "handle")), Code::Disposed);
    }

    #[test]
    fn a_released_handle_never_names_what_has_its_slot_next() {
        let first = insert(1u32).expect("there is room");
        release(first, "handle").expect("it is live");
        for round in 0..100u32 {
            let next = insert(round).expect("there is room");
            assert_eq!(code(with(first, "handle", |_: &mut u32| Ok(()))), Code::Disposed);
            release(next, "handle").expect("it is live");
        }
    }

    #[test]
    fn a_slot_that_had_all_its_generations_is_left_alone() {
        let mut table = Table { slots: Vec::new(), free: Vec::new() };
        table.insert(1, Box::new(0u8)).expect("there is room");
        table.slots[0].generation = LAST_GENERATION;
        let last = Handle::new(0, LAST_GENERATION);
        assert_eq!(last.number() >> 53, 0);
        assert!(table.find(last, 1).is_some());
        table.vacate(0);
        assert_eq!(table.insert(1, Box::new(0u8)), Some(Handle::new(1, 1)));
        assert!(table.find(last, 1).is_none());
    }

    #[test]
    fn a_second_call_meanwhile_is_an_error() {
        let handle = insert(1u32).expect("there is room");
        let outcome = with(handle, "handle", |_: &mut u32| {
            assert_eq!(code(with(handle, "handle", |_: &mut u32| Ok(()))), Code::InvalidState);
            release(handle, "handle")
        });
        assert_eq!(outcome, Ok(()));
        assert_eq!(code(release(handle, "handle")), Code::Disposed);
    }

    #[test]
    fn a_call_that_panics_ends_the_handle() {
        let handle = insert(1u32).expect("there is room");
        let run = || with(handle, "handle", |_: &mut u32| -> Result<(), Error> { panic!("on purpose") });
        std::panic::catch_unwind(run).expect_err("it panics");
        assert_eq!(code(release(handle, "handle")), Code::Disposed);
    }

    #[test]
    fn a_handle_belongs_to_its_thread_and_ends_with_it() {
        let state = Arc::new(());
        let owner = Owner::current();
        let mine = insert(1u32).expect("there is room");
        let kept = Arc::clone(&state);
        let theirs = thread::spawn(move || {
            assert_eq!(code(with(mine, "handle", |_: &mut u32| Ok(()))), Code::Disposed);
            assert_eq!(code(release(mine, "handle")), Code::Disposed);
            assert_eq!(owner.act(|| with(mine, "handle", |number: &mut u32| Ok(*number))), Ok(1));
            insert(kept).expect("there is room")
        });
        let theirs = theirs.join().expect("it does not panic");
        assert_eq!(code(release(theirs, "handle")), Code::Disposed);
        assert_eq!(Arc::strong_count(&state), 1);
        release(mine, "handle").expect("it is live");
    }

    #[test]
    fn numbers_that_no_handle_has_are_refused() {
        for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 9_007_199_254_740_992.0, 1e300] {
            assert_eq!(code(Handle::from_double(number, "handle")), Code::OutOfRange, "{number}");
        }
        let last = Handle::from_double(9_007_199_254_740_991.0, "handle").expect("it has 53 bits");
        assert_eq!((last.number(), last.to_double()), (Handle::MAX, 9_007_199_254_740_991.0));
        assert_eq!(code(release(Handle::from_number(u64::MAX), "handle")), Code::Disposed);
        assert_eq!(code(release(Handle::from_number(0), "handle")), Code::Disposed);
    }
}
