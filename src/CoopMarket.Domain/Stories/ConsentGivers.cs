using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>
/// Who agreed to one thing. Each of them is asked: a face, a voice is shown as long as everybody who ever agreed to it still does. Who has an
/// account is known by it, others by the name that was typed; a name that stands beside an account is hers in rows without one, too.
/// </summary>
public static class ConsentGivers
{
    /// <summary>The consents of one thing, by who gave them.</summary>
    public static ILookup<string, Consent> Of(IReadOnlyCollection<Consent> ofOneThing)
    {
        ArgumentNullException.ThrowIfNull(ofOneThing);
        var known = ofOneThing.Where(c => c.Person is not null).ToLookup(c => Folding.Fold(c.Who), c => c.Person);
        return ofOneThing.ToLookup(c => (c.Person ?? known[Folding.Fold(c.Who)].FirstOrDefault())?.ToString() ?? Folding.Fold(c.Who), StringComparer.Ordinal);
    }

    /// <summary>What the same woman agreed to about the same thing, the consent itself with it.</summary>
    /// <param name="ofOneThing">All consents of what it is about.</param>
    public static IReadOnlyList<Consent> SameAs(Consent consent, IReadOnlyCollection<Consent> ofOneThing) => [.. Of(ofOneThing).First(g => g.Contains(consent))];

    /// <summary>Whether it may be shown on a day in Vietnam: somebody agrees, and nobody who agreed does no longer.</summary>
    public static bool Agree(IReadOnlyCollection<Consent> ofOneThing, DateOnly day) => Of(ofOneThing) is { Count: > 0 } givers && givers.All(g => g.Any(c => c.HoldsOn(day)));

    /// <summary>Whether somebody took back what she agreed to, and did not agree anew.</summary>
    public static bool TookBack(IReadOnlyCollection<Consent> ofOneThing) => Of(ofOneThing).Any(g => g.All(c => c.WithdrawnAt is not null));

    /// <summary>The last day on which all of them agree; null where there is none.</summary>
    public static DateOnly? LastDay(IReadOnlyCollection<Consent> ofOneThing, DateOnly day)
        => Of(ofOneThing).Select(g => g.Where(c => c.HoldsOn(day)).ToList()).Select(g => g.Exists(c => c.Until is null) ? null : g.Max(c => c.Until)).Min();
}
