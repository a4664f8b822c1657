namespace CoopMarket.Domain.Shared;

/// <summary>
/// An expected no. The type's name is the reason; its sentence stands in the texts under <c>refusal.{Name}</c>
/// and says what to do next.
/// </summary>
public abstract record Refusal
{
    /// <summary>The key of the sentence.</summary>
    public string Key => "refusal." + GetType().Name;

    /// <summary>What the sentence mentions, in the order of its placeholders.</summary>
    public virtual IReadOnlyList<object> Args => [];
}

/// <summary>It is not there, or not yours: the two answer alike.</summary>
public sealed record NotFound : Refusal;

/// <summary>Somebody else changed the same thing in the meantime.</summary>
public sealed record ChangedMeanwhile : Refusal;

/// <summary>Who is to decide for the market has a side of her own in it: her cooperative, her order, her wish. Another admin decides.</summary>
public sealed record OwnAffair : Refusal;
