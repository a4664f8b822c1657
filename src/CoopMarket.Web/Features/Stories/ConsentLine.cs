using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A consent as its cooperative's desk shows it.</summary>
/// <param name="About">See <see cref="Consent.About"/>.</param>
/// <param name="Who">Empty where she had her account erased.</param>
/// <param name="HasAccount">Whether she sees it in an account of hers.</param>
/// <param name="TextSince">Since when the words were in force that she agreed to; null where none were kept.</param>
/// <param name="Holds">Whether it holds today.</param>
/// <param name="ByHerself">Whether she withdrew it in her account.</param>
internal sealed record ConsentLine(
    ConsentId Id, StoryId Story, ConsentKind Kind, Guid About, string Who, bool HasAccount, string WhatFor, ConsentWay Way, DateOnly GivenOn, DateOnly? Until, DateOnly? TextSince, bool Holds,
    DateTimeOffset? WithdrawnAt, bool ByHerself)
{
    /// <param name="today">In Vietnam.</param>
    public static ConsentLine Of(Consent consent, DateOnly today) => new(
        consent.Id, consent.Story, consent.Kind, consent.About, consent.Who, consent.Person is not null, consent.WhatFor, consent.Way, consent.GivenOn, consent.Until, ConsentWords.Since(consent.TextVersion),
        consent.HoldsOn(today), consent.WithdrawnAt, consent.Person is not null && consent.WithdrawnBy == consent.Person);
}
