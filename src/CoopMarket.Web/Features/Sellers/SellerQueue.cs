using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The applications and sellers that admins work through; who has waited longest comes first.</summary>
internal static class SellerQueue
{
    internal const int PageSize = 50;

    /// <param name="Actor">The admin.</param>
    /// <param name="Show">Which of them.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, Pile Show, int Page = 1) : IQuery<View>, IForAdmin;

    /// <summary>The piles.</summary>
    internal enum Pile
    {
        /// <summary>Handed in: the admin's turn.</summary>
        Waiting,

        /// <summary>Sent back: the applicant's turn.</summary>
        SentBack,

        /// <summary>Still being written.</summary>
        Drafts,

        /// <summary>Selling, suspended or gone.</summary>
        Sellers,

        Rejected,
    }

    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Pile, int> Counts, bool HasMore);

    /// <param name="Missing">How many lines are still missing.</param>
    /// <param name="IsNew">Whether it holds something that no admin saw.</param>
    /// <param name="Since">UTC; when it came to this pile.</param>
    internal sealed record Row(
        SellerApplicationId Id, string Name, SellerKind? Kind, string Commune, bool IsChange, ApplicationState State, SellerState? Coop, int Missing, bool IsNew, DateTimeOffset Since);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var states = await db.Set<SellerApplication>().GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var counts = Enum.GetValues<Pile>().ToDictionary(p => p, p => states.Where(s => s.Key == StateOf(p)).Sum(s => s.Count));
            var state = StateOf(query.Show);
            var found = await (from a in db.Set<SellerApplication>().AsNoTracking()
                               where a.State == state
                               orderby a.SubmittedAt ?? a.SavedAt, a.Id
                               select new
                               {
                                   Application = a,
                                   IsSeen = db.Set<ApplicationLook>().Any(l => l.Application == a.Id && l.Fingerprint == a.Fingerprint),
                                   Coop = db.Set<Cooperative>().Where(c => c.Application == a.Id).Select(c => (SellerState?)c.State).FirstOrDefault(),
                               }).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(f => new Row(
                    f.Application.Id, f.Application.Details.Name, f.Application.Details.Kind, f.Application.Details.Commune, f.Application.IsChange, f.Application.State, f.Coop,
                    SellerCheck.Gaps(f.Application.Details).Count, !f.IsSeen && f.Application.IsOpen, f.Application.SubmittedAt ?? f.Application.SavedAt))],
                counts, found.Count > PageSize);
        }

        private static ApplicationState StateOf(Pile pile) => pile switch
        {
            Pile.Waiting => ApplicationState.Submitted,
            Pile.SentBack => ApplicationState.ChangesAsked,
            Pile.Drafts => ApplicationState.Draft,
            Pile.Sellers => ApplicationState.Approved,
            _ => ApplicationState.Rejected,
        };
    }
}
