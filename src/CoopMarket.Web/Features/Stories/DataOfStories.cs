using System.Runtime.CompilerServices;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Stories.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Stories with their voices and what people agreed to, for the copy of a cooperative.</summary>
internal sealed class DataOfStories(MarketReads reads, VoiceSounds sounds) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Stories, typeof(Story), reads.Of<Story>().Where(s => s.Cooperative == cooperative).OrderBy(s => s.BegunAt).ThenBy(s => s.Id).AsAsyncEnumerable(), ["title", "lead", "markdown"],
            ("id", s => s.Id), ("slug", s => s.Slug), ("state", s => s.State), ("title", s => s.Title), ("lead", s => s.Lead), ("markdown", s => s.Body),
            ("maker", s => s.Maker), ("products", s => s.Products.Select(p => p.Product.ToString())), ("withdrawnBecause", s => s.WithdrawnBecause),
            ("heldWords", s => s.HeldWords), ("begunAt", s => s.BegunAt), ("liveAt", s => s.LiveAt), ("changedAt", s => s.ChangedAt)),
        DataSheet.Of(
            DataKind.Voices, typeof(Recording), Voices(cooperative).OrderBy(r => r.AddedAt).ThenBy(r => r.Id).AsAsyncEnumerable(), ["translations"],
            ("id", r => r.Id), ("story", r => r.Story), ("file", r => FileOf(r.Hash, r.Kind)), ("bytes", r => r.Bytes), ("milliseconds", r => r.Milliseconds),
            ("who", r => r.Who), ("language", r => r.Language), ("transcript", r => r.Transcript), ("translations", r => r.Translations),
            ("timedLines", r => r.Lines), ("addedAt", r => r.AddedAt)),
        DataSheet.Of(
            DataKind.Consents, typeof(Consent), reads.Of<Consent>().Where(c => c.Cooperative == cooperative).OrderBy(c => c.RecordedAt).ThenBy(c => c.Id).AsAsyncEnumerable(), [],
            ("id", c => c.Id), ("story", c => c.Story), ("kind", c => c.Kind), ("of", c => c.About), ("who", c => c.Who), ("whatFor", c => c.WhatFor),
            ("until", c => c.Until), ("way", c => c.Way), ("givenOn", c => c.GivenOn), ("textVersion", c => c.TextVersion), ("recordedAt", c => c.RecordedAt), ("withdrawnAt", c => c.WithdrawnAt)),
    ];

    public async IAsyncEnumerable<DataFile> FilesOf(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var voice in await Voices(cooperative).Select(r => new { r.Hash, r.Kind }).Distinct().OrderBy(r => r.Hash).ToListAsync(cancellationToken))
            yield return new(FileOf(voice.Hash, voice.Kind), cancel => sounds.OpenAsync(voice.Hash, voice.Kind, cancel));
    }

    private static string FileOf(string hash, SoundKind kind) => "voices/" + VoiceSounds.FileName(hash, kind);

    private IQueryable<Recording> Voices(CooperativeId cooperative) => reads.Of<Recording>().Where(r => r.Cooperative == cooperative);
}
