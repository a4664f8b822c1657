namespace CoopMarket.Domain.Shared;

/// <summary>How a command ended.</summary>
public enum OutcomeKind
{
    /// <summary>Done and kept.</summary>
    Done,

    /// <summary>The input has flaws of shape; nothing is kept.</summary>
    Invalid,

    /// <summary>An expected no, with its reason; nothing is kept.</summary>
    Refused,

    /// <summary>A no whose traces must stay (a failed attempt, a wrong amount); what was written is kept.</summary>
    Recorded,
}

/// <summary>One flaw of what was typed.</summary>
/// <param name="Path">The field, as the form names it; empty for the whole form.</param>
/// <param name="Key">The key of the sentence in the texts.</param>
/// <param name="Args">What the sentence mentions.</param>
public sealed record Flaw(string Path, string Key, params object[] Args);

/// <summary>How a command went, whatever it gives back.</summary>
public interface IOutcome
{
    OutcomeKind Kind { get; }

    /// <summary>Null unless refused or recorded.</summary>
    Refusal? Refusal { get; }
}

/// <summary>What every outcome can be made from; the pipeline uses it to answer in the handler's stead.</summary>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    IReadOnlyList<Flaw> Flaws { get; }

    static abstract TSelf Invalid(IReadOnlyList<Flaw> flaws);

    static abstract TSelf Refused(Refusal refusal);
}

/// <summary>The answer of a command that gives nothing back but how it went.</summary>
public sealed class Outcome : IOutcome<Outcome>
{
    private Outcome(OutcomeKind kind, Refusal? refusal, IReadOnlyList<Flaw> flaws) => (Kind, Refusal, Flaws) = (kind, refusal, flaws);

    /// <summary>Done and kept.</summary>
    public static Outcome Done { get; } = new(OutcomeKind.Done, null, []);

    public OutcomeKind Kind { get; }

    public bool IsDone => Kind == OutcomeKind.Done;

    public Refusal? Refusal { get; }

    public IReadOnlyList<Flaw> Flaws { get; }

    public static implicit operator Outcome(Refusal refusal) => Refused(refusal);

    public static Outcome Invalid(IReadOnlyList<Flaw> flaws) => new(OutcomeKind.Invalid, null, flaws);

    public static Outcome Invalid(string path, string key, params object[] args) => Invalid([new(path, key, args)]);

    public static Outcome Refused(Refusal refusal) => new(OutcomeKind.Refused, refusal, []);

    /// <summary>A no that commits what was written.</summary>
    public static Outcome Recorded(Refusal refusal) => new(OutcomeKind.Recorded, refusal, []);
}

/// <summary>The answer of a command that gives something back when it is done.</summary>
public sealed class Outcome<T> : IOutcome<Outcome<T>>
{
    private readonly T? _value;

    private Outcome(OutcomeKind kind, T? value, Refusal? refusal, IReadOnlyList<Flaw> flaws)
        => (Kind, _value, Refusal, Flaws) = (kind, value, refusal, flaws);

    public OutcomeKind Kind { get; }

    public bool IsDone => Kind == OutcomeKind.Done;

    public Refusal? Refusal { get; }

    public IReadOnlyList<Flaw> Flaws { get; }

    /// <summary>What the command gives; only when it is done.</summary>
    /// <exception cref="InvalidOperationException">It was not done.</exception>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"No value: {Kind} {Refusal}");

    public static implicit operator Outcome<T>(T value) => new(OutcomeKind.Done, value, null, []);

    public static implicit operator Outcome<T>(Refusal refusal) => Refused(refusal);

    public static Outcome<T> Invalid(IReadOnlyList<Flaw> flaws) => new(OutcomeKind.Invalid, default, null, flaws);

    public static Outcome<T> Invalid(string path, string key, params object[] args) => Invalid([new(path, key, args)]);

    public static Outcome<T> Refused(Refusal refusal) => new(OutcomeKind.Refused, default, refusal, []);

    /// <summary>A no that commits what was written.</summary>
    public static Outcome<T> Recorded(Refusal refusal) => new(OutcomeKind.Recorded, default, refusal, []);
}
