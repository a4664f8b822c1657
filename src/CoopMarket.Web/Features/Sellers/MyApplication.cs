using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>A person's application as she sees it: the open one, else her last that she did not take back.</summary>
internal static class MyApplication
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    /// <param name="State">Null before anything was typed.</param>
    /// <param name="Details">Empty before anything was typed.</param>
    /// <param name="Gaps">What is still missing.</param>
    /// <param name="Answer">What the admin wrote; empty where she wrote nothing.</param>
    /// <param name="SavedAt">UTC; null before anything was typed.</param>
    /// <param name="Desks">Her cooperatives that may not sell, each with the reason.</param>
    internal sealed record View(
        ApplicationState? State, SellerDetails Details, IReadOnlyList<SellerGap> Gaps, string Answer, DateTimeOffset? SavedAt, IReadOnlyList<HaltedDesk> Desks)
    {
        /// <summary>Whether it can be written on.</summary>
        public bool IsOpen => State is null or ApplicationState.Draft or ApplicationState.Submitted or ApplicationState.ChangesAsked;

        /// <summary>The first screen that lacks something; null when all is there.</summary>
        public ApplyStep? Next => Gaps.Count > 0 ? Gaps[0].Step : null;
    }

    /// <summary>A cooperative of hers that may not sell.</summary>
    internal sealed record HaltedDesk(LocalizedText Name, SellerState State, string Reason, DateTimeOffset At)
    {
        /// <summary>Its part of an address, for who may still take its data and answer complaints; empty for others.</summary>
        public string Slug { get; init; } = "";
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = await db.Set<SellerApplication>().AsNoTracking()
                .Where(a => a.Applicant == query.Actor.Me && !a.IsChange && a.State != ApplicationState.Withdrawn)
                .OrderBy(a => a.EndedAt != null).ThenByDescending(a => a.EndedAt).FirstOrDefaultAsync(cancellationToken);
            var halted = await (from m in db.Set<Membership>()
                                join c in db.Set<Cooperative>() on m.Cooperative equals c.Id
                                join w in db.Set<SellerMove>() on c.Application equals w.Application
                                where m.Person == query.Actor.Me && c.State != SellerState.Approved
                                orderby w.At descending, w.Id descending
                                select new { c.Id, Desk = new HaltedDesk(c.Name, c.State, w.Reason, w.At) { Slug = c.State == SellerState.Suspended && m.Role == MemberRole.Manager ? c.Slug : "" } }).ToListAsync(cancellationToken);
            var details = mine?.Details ?? new();
            return new(mine?.State, details, SellerCheck.Gaps(details), mine?.Answer ?? "", mine?.SavedAt, [.. halted.DistinctBy(h => h.Id).Select(h => h.Desk)]);
        }
    }
}
