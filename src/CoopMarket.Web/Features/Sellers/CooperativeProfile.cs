using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>What a cooperative shows of itself, to be changed.</summary>
internal static class CooperativeProfile
{
    /// <param name="ToChange">Whether what only an approval may change is asked for, the bank account above all: managers only.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, bool ToChange = false) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => ToChange ? DeskRoles.Manager : DeskRoles.Telling;
    }

    /// <param name="Held">What only an approval may change, with the rest of the details.</param>
    /// <param name="Asked">The open request for a change; null where there is none.</param>
    /// <param name="Answer">What the admin wrote to the last request; empty where nothing.</param>
    /// <param name="Approved">What it applied with.</param>
    internal sealed record View(LocalizedText Name, SellerDetails Approved, LocalizedText Line, LocalizedText About, LocalizedText Quote, TextOrigins Origins, SellerDetails Held, SellerDetails? Asked, ApplicationState? State, string Answer);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var cooperative = await db.Set<Cooperative>().AsNoTracking().SingleAsync(c => c.Id == query.Cooperative, cancellationToken);
            var last = await db.Set<SellerApplication>().AsNoTracking().Where(a => a.Cooperative == query.Cooperative && a.IsChange)
                .OrderByDescending(a => a.SavedAt).FirstOrDefaultAsync(cancellationToken);
            var origin = await db.Set<SellerApplication>().AsNoTracking().SingleAsync(a => a.Id == cooperative.Application, cancellationToken);
            return new(cooperative.Name, origin.Details, cooperative.Line, cooperative.About, cooperative.Quote, cooperative.Origins, RequestChange.Held(cooperative), last is { IsOpen: true } ? last.Details : null, last?.State, last?.Answer ?? "");
        }
    }
}
