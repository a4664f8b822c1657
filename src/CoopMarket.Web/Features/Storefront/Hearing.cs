using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A voice that readers may hear.</summary>
/// <param name="Until">The last day on which all agree whose voice it is; null where there is none.</param>
internal sealed record Voice(Recording Recording, DateOnly? Until);

/// <summary>A motif of a story.</summary>
/// <param name="Whose">Whose it is.</param>
/// <param name="MayUse">Who may use it.</param>
/// <param name="Until">See <see cref="Voice.Until"/>.</param>
internal sealed record Motif(string Whose, string MayUse, DateOnly? Until);

/// <summary>What is heard of a story, and whose its motifs are.</summary>
internal sealed record Heard(IReadOnlyList<Voice> Voices, IReadOnlyList<Motif> Motifs)
{
    public static Heard Nothing { get; } = new([], []);

    /// <summary>What of it still holds on a day: it may have been read on an earlier one.</summary>
    public Heard On(DateOnly day) => new([.. Voices.Where(v => v.Until is null || v.Until >= day)], [.. Motifs.Where(m => m.Until is null || m.Until >= day)]);
}

/// <summary>Reads the voices that readers may hear: of live stories, written down, and agreed to today.</summary>
internal sealed class Hearing(MarketReads reads, Tales tales, FaceReader reader)
{
    /// <summary>In Vietnam.</summary>
    public DateOnly Today => reader.Today;

    /// <summary>Stories, each with what is heard of it.</summary>
    /// <param name="stories">One or none.</param>
    public async Task<IReadOnlyList<Told>> WithAsync(IQueryable<Story> stories, CancellationToken cancellationToken)
    {
        var told = await tales.ReadAsync(stories, cancellationToken);
        return told is [var one] ? [one with { Heard = await OfAsync(one.Story.Id, cancellationToken) }] : told;
    }

    /// <summary>The newest live stories about a product, each with the first voice that readers may hear; null where there is none. One question.</summary>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<(Story Story, Voice? Voice)>> AboutAsync(ProductId product, int most, CancellationToken cancellationToken)
    {
        var rows = await Tales.InOrder(tales.Live().Where(s => s.Products.Any(p => p.Product == product))).Take(most)
            .Select(s => new
            {
                Story = s,
                Recordings = Written().Where(r => r.Story == s.Id).ToList(),
                Consents = reads.Of<Consent>().Where(c => c.Story == s.Id && c.Kind == ConsentKind.Voice).ToList(),
            }).AsSingleQuery().ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Story, VoicesOf(r.Recordings, r.Consents).FirstOrDefault()))];
    }

    /// <summary>The voice of a file; null where nobody may hear it.</summary>
    public async Task<Recording?> OneAsync(string hash, CancellationToken cancellationToken)
    {
        var stories = await reads.Of<Recording>().Where(r => r.Hash == hash && tales.Live().Any(s => s.Id == r.Story)).Select(r => r.Story).ToListAsync(cancellationToken);
        foreach (var story in stories)
            if ((await OfAsync(story, cancellationToken)).Voices.FirstOrDefault(v => v.Recording.Hash == hash) is { } voice)
                return voice.Recording;
        return null;
    }

    // One question: there are few of either, and most stories have none.
    private async Task<Heard> OfAsync(StoryId story, CancellationToken cancellationToken)
    {
        var rows = await (
            from c in reads.Of<Consent>().Where(c => c.Story == story && (c.Kind == ConsentKind.Voice || c.Kind == ConsentKind.Motif))
            join r in Written() on c.Story equals r.Story into recordings
            from recording in recordings.DefaultIfEmpty()
            select new { Consent = c, Recording = recording }).ToListAsync(cancellationToken);
        var consents = rows.Select(r => r.Consent).DistinctBy(c => c.Id).OrderBy(c => c.Id.Value).ToList();
        return new(
            VoicesOf(rows.Where(r => r.Recording is not null).Select(r => r.Recording!).DistinctBy(r => r.Id), consents.Where(c => c.Kind == ConsentKind.Voice)),
            [.. consents.Where(c => c.Kind == ConsentKind.Motif && c.HoldsOn(Today)).Select(c => new Motif(c.Who, c.WhatFor, c.Until))]);
    }

    private IQueryable<Recording> Written() => reads.Of<Recording>().Where(r => r.Who != "" && r.Transcript != "");

    // Those to which everybody agrees today, the oldest first.
    private IReadOnlyList<Voice> VoicesOf(IEnumerable<Recording> recordings, IEnumerable<Consent> consents)
    {
        var agreed = consents.GroupBy(c => c.About).ToDictionary(g => g.Key, g => g.ToList());
        return
        [
            .. recordings.OrderBy(r => r.Id.Value).Where(r => agreed.TryGetValue(r.Id.Value, out var its) && ConsentGivers.Agree(its, Today))
                .Select(r => new Voice(r, ConsentGivers.LastDay(agreed[r.Id.Value], Today))),
        ];
    }
}
