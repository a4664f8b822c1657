using System.Globalization;
using System.Text.Json.Serialization;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All that a person agreed to, the newest first: that her face, voice or motif is shown, and the rules she ordered and applied by.</summary>
internal static class MyConsents
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    internal sealed record View(IReadOnlyList<Given> Given, IReadOnlyList<ByRules> Orders, IReadOnlyList<Applied> Applications);

    /// <param name="Photo">With her face; null where it is about none, or is no longer shown.</param>
    /// <param name="Voice">Whose voice it is, as readers see it; empty where it is about none.</param>
    /// <param name="Story">Its title.</param>
    /// <param name="StorySlug">Null where readers can't open it now.</param>
    /// <param name="Who">As the cooperative wrote it.</param>
    /// <param name="TextSince">Since when the words were in force that she agreed to; null where none were kept.</param>
    /// <param name="Holds">Whether it holds today.</param>
    internal sealed record Given(
        ConsentId Id, ConsentKind Kind, [property: JsonIgnore] PhotoView? Photo, string Voice, LocalizedText Story, string? StorySlug, LocalizedText Cooperative, string Who, string WhatFor, DateOnly? Until,
        ConsentWay Way, DateOnly GivenOn, DateOnly? TextSince, bool Holds, DateTimeOffset? WithdrawnAt);

    /// <summary>Orders under the same rules.</summary>
    internal sealed record ByRules(IReadOnlyList<Rule> Rules, IReadOnlyList<Placed> Orders);

    /// <param name="Name">Its address, without the slash.</param>
    /// <param name="Title">In the reader's language.</param>
    internal sealed record Rule(string Name, string Title, DateOnly Since);

    internal sealed record Placed(string Code, DateTimeOffset At);

    /// <param name="Name">Of the cooperative that was applied for.</param>
    internal sealed record Applied(Rule Rule, string Name, DateTimeOffset At);

    internal sealed class Handler(MarketReads reads, Tales tales, FaceReader reader) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = query.Actor.Me;
            var placed = await reads.Of<Order>().IgnoreAutoIncludes().Where(o => o.Buyer == me).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id)
                .Select(o => new { o.Rules, o.Code, o.PlacedAt }).ToListAsync(cancellationToken);
            var applied = await reads.Of<SellerApplication>().Where(a => a.Applicant == me && !a.IsChange && a.SubmittedAt != null).OrderByDescending(a => a.SubmittedAt).ToListAsync(cancellationToken);
            return new(
                await GivenAsync(await reads.Of<Consent>().Where(c => c.Person == me).OrderByDescending(c => c.GivenOn).ThenByDescending(c => c.Id).ToListAsync(cancellationToken), cancellationToken),
                [.. placed.GroupBy(o => o.Rules).Select(g => new ByRules([.. g.Key.Split(", ").Select(Read).OfType<Rule>()], [.. g.Select(o => new Placed(o.Code, o.PlacedAt))]))],
                [.. applied.Select(a => (Rule: Read("terms " + a.Details.RulesVersion), Application: a)).Where(a => a.Rule is not null).Select(a => new Applied(a.Rule!, a.Application.Details.Name, a.Application.SubmittedAt!.Value))]);
        }

        private async Task<IReadOnlyList<Given>> GivenAsync(IReadOnlyList<Consent> consents, CancellationToken cancellationToken)
        {
            if (consents.Count == 0)
                return [];
            var ids = consents.Select(c => c.Story).Distinct().ToList();
            var (photos, voices, whose) = (consents.Select(c => PhotoId.From(c.About)).ToList(), consents.Select(c => RecordingId.From(c.About)).ToList(), consents.Select(c => c.Cooperative).Distinct().ToList());
            var stories = await reads.Of<Story>().IgnoreAutoIncludes().Where(s => ids.Contains(s.Id))
                .Select(s => new { s.Id, s.Title, s.Slug, IsLive = tales.Live().Any(l => l.Id == s.Id) }).ToDictionaryAsync(s => s.Id, cancellationToken);
            var cooperatives = await reads.Of<Cooperative>().Where(c => whose.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
            var faces = await reads.Of<Photo>().Where(p => photos.Contains(p.Id) && p.RemovedAt == null).ToDictionaryAsync(p => p.Id.Value, cancellationToken);
            var heard = await reads.Of<Recording>().Where(r => voices.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.Who, cancellationToken);
            return
            [
                .. consents.Select(c => new Given(
                    c.Id, c.Kind, faces.TryGetValue(c.About, out var face) ? PhotoView.Of(face) : null, heard.GetValueOrDefault(c.About, ""), stories[c.Story].Title,
                    stories[c.Story].IsLive ? stories[c.Story].Slug : null, cooperatives[c.Cooperative], c.Who, c.WhatFor, c.Until, c.Way, c.GivenOn, Day(c.TextVersion), c.HoldsOn(reader.Today), c.WithdrawnAt)),
            ];
        }

        // «terms 2026-11-01», as orders keep it.
        private static Rule? Read(string kept)
            => kept.Split(' ') is [var name, var version] && Day(version) is { } since && PublicTexts.Find(name) is { } text ? new(name, text.Title, since) : null;

        private static DateOnly? Day(string version) => DateOnly.TryParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
