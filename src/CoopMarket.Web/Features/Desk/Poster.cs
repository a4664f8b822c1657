using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A sheet for the market stall: who sells there, and a code that leads to the cooperative, to one of its goods or to a story.</summary>
internal static class Poster
{
    /// <param name="Of">The code of the short address of what the sheet is about; whatever is none of the cooperative's is its own.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, string? Of) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="By">Who hangs it up.</param>
    /// <param name="Topics">What it may be about, the cooperative itself first; empty until it has a short address.</param>
    /// <param name="Chosen">One of them; null where there is none.</param>
    /// <param name="Address">What the code leads to; null where nothing is chosen.</param>
    internal sealed record View(Host By, IReadOnlyList<Topic> Topics, Topic? Chosen, string? Address);

    /// <summary>The cooperative at the stall.</summary>
    /// <param name="Band">What its band is drawn from.</param>
    /// <param name="Phone">May be empty.</param>
    internal sealed record Host(string Band, int BandTurn, LocalizedText Name, string Village, string CommuneCode, string Commune, string Province, string Phone);

    /// <param name="Code">Of its short address.</param>
    /// <param name="Line">What is said of it in one line; may be empty.</param>
    /// <param name="Village">Where it comes from; may be empty.</param>
    /// <param name="CommuneCode">May be empty.</param>
    internal sealed record Topic(string Code, LocalizedText Name, LocalizedText Line, string Village, string CommuneCode);

    internal sealed class Handler(MarketReads reads, MarketSettings market) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var links = reads.Of<ShortLink>();
            var own = await reads.Of<Cooperative>().Where(c => c.Id == query.Cooperative)
                .Select(c => new { Cooperative = c, Code = links.Where(l => l.Cooperative == c.Id).Select(l => l.Code).FirstOrDefault() }).SingleAsync(cancellationToken);
            var goods = await (
                from p in reads.Of<Product>().Where(p => p.Cooperative == query.Cooperative && p.State == ProductState.Live)
                join l in links on (ProductId?)p.Id equals l.Product
                orderby p.FirstLiveAt, p.Id
                select new Topic(l.Code, p.Name, p.Line, p.Village, p.CommuneCode)).ToListAsync(cancellationToken);
            var stories = await (
                from s in reads.Of<Story>().IgnoreAutoIncludes().Where(s => s.Cooperative == query.Cooperative && s.State == StoryState.Live)
                join l in links on (StoryId?)s.Id equals l.Story
                orderby s.LiveAt, s.Id
                select new Topic(l.Code, s.Title, s.Lead, "", "")).ToListAsync(cancellationToken);
            var by = own.Cooperative;
            List<Topic> topics = [.. own.Code is { } code ? [new(code, by.Name, by.Line, by.Village, by.CommuneCode)] : Array.Empty<Topic>(), .. goods, .. stories];
            var chosen = topics.Find(t => t.Code == query.Of) ?? topics.FirstOrDefault();
            return new(new(by.Id.ToString(), by.BandTurn, by.Name, by.Village, by.CommuneCode, by.Commune, by.Province, by.Phone), topics, chosen, chosen is null ? null : market.PublicUrl + ShortLink.PathOf(chosen.Code));
        }
    }
}
