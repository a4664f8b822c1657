using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Which consents of a cooperative are shown.</summary>
internal enum ConsentPart
{
    /// <summary>Those that hold, the last written down first.</summary>
    Holding,

    /// <summary>Those whose last day is near, the next first.</summary>
    Ending,

    /// <summary>Those that were withdrawn or are over.</summary>
    Past,
}

/// <summary>All that people agreed to with a cooperative, over all its stories.</summary>
internal static class ConsentBook
{
    /// <summary>Consents on one page.</summary>
    public const int PageSize = 30;

    /// <summary>What ends within so many days ends soon.</summary>
    public const int SoonDays = 30;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ConsentPart Part, int Page) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Ending">How many end soon.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore, int Ending);

    /// <param name="Story">Its title; may be empty.</param>
    /// <param name="Photo">With the face; null where it is about none, or the photo is taken away.</param>
    /// <param name="Voice">Whose voice it is, as readers see it; empty where it is about none.</param>
    internal sealed record Row(ConsentLine Line, LocalizedText Story, PhotoView? Photo, string Voice);

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            var soon = today.AddDays(SoonDays);
            var all = db.Set<Consent>().AsNoTracking().Where(c => c.Cooperative == query.Cooperative);
            var ending = all.Where(Consent.HoldingOn(today)).Where(c => c.Until <= soon);
            var asked = query.Part switch
            {
                ConsentPart.Ending => ending.OrderBy(c => c.Until).ThenBy(c => c.Id),
                ConsentPart.Past => all.Where(c => c.WithdrawnAt != null || c.Until < today).OrderByDescending(c => c.Id),
                _ => all.Where(Consent.HoldingOn(today)).OrderByDescending(c => c.Id),
            };
            var found = await asked.Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new(await RowsAsync([.. found.Take(PageSize).Select(c => ConsentLine.Of(c, today))], cancellationToken), found.Count > PageSize, await ending.CountAsync(cancellationToken));
        }

        private async Task<IReadOnlyList<Row>> RowsAsync(IReadOnlyList<ConsentLine> consents, CancellationToken cancellationToken)
        {
            var stories = consents.Select(c => c.Story).Distinct().ToList();
            var titles = await db.Set<Story>().IgnoreAutoIncludes().Where(s => stories.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
            var shown = (await photos.OfAsync(stories.Select(PhotoSubject.Of), cancellationToken)).SelectMany(p => p).ToDictionary(p => p.Id.Value);
            var voices = await db.Set<Recording>().Where(r => stories.Contains(r.Story)).Select(r => new { r.Id, r.Who }).ToDictionaryAsync(r => r.Id.Value, r => r.Who, cancellationToken);
            return [.. consents.Select(c => new Row(c, titles.GetValueOrDefault(c.Story, LocalizedText.Empty), shown.GetValueOrDefault(c.About), voices.GetValueOrDefault(c.About, "")))];
        }
    }
}
