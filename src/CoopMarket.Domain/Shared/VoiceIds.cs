namespace CoopMarket.Domain.Shared;

/// <summary>A recorded voice of a story.</summary>
public readonly record struct RecordingId(Guid Value) : ITypedId<RecordingId>
{
    public static RecordingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What somebody agreed to: that her face, voice or motif is shown.</summary>
public readonly record struct ConsentId(Guid Value) : ITypedId<ConsentId>
{
    public static ConsentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
