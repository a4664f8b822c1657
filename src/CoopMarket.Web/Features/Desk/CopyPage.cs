using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>How much a cooperative's copy holds, and who took one last.</summary>
internal static class CopyPage
{
    // Of a master's pixels about a fourth is left as bytes; an order with its lines, money and shares is about as much text in both forms, packed.
    private const int PixelsOfByte = 4, BytesOfOrder = 1500, BytesOfRest = 100_000;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public bool AlsoSuspended => true;
    }

    /// <param name="Bytes">About.</param>
    /// <param name="Taken">The last one that was taken; null before the first.</param>
    internal sealed record View(int Orders, int Products, int Photos, int Voices, long Bytes, Last? Taken);

    /// <param name="At">UTC.</param>
    /// <param name="Name">Who; empty where she has no account any more.</param>
    internal sealed record Last(DateTimeOffset At, string Name);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        private static readonly string What = RequestName.Of(typeof(TakeCopy.Command));

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var orders = await reads.Of<SellerOrder>().CountAsync(p => p.Cooperative == query.Cooperative && p.ToAcceptAt != null, cancellationToken);
            var products = await reads.Of<Product>().CountAsync(p => p.Cooperative == query.Cooperative, cancellationToken);
            var photos = await reads.Of<Photo>().Where(p => p.Cooperative == query.Cooperative).Select(p => new { p.Hash, p.Width, p.Height }).Distinct().ToListAsync(cancellationToken);
            var voices = await reads.Of<Recording>().Where(r => r.Cooperative == query.Cooperative).Select(r => new { r.Hash, r.Bytes }).Distinct().ToListAsync(cancellationToken);
            return new(
                orders, products, photos.Count, voices.Count,
                BytesOfRest + ((long)orders * BytesOfOrder) + photos.Sum(p => (long)p.Width * p.Height / PixelsOfByte) + voices.Sum(v => (long)v.Bytes), await LastAsync(query.Cooperative, cancellationToken));
        }

        private async Task<Last?> LastAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        {
            var last = await reads.Of<AuditRow>().Where(r => r.Cooperative == cooperative && r.What == What && r.Result == AuditResult.Done)
                .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new { r.At, r.Actor }).FirstOrDefaultAsync(cancellationToken);
            if (last is null)
                return null;
            var name = Guid.TryParse(last.Actor, out var person) ? await reads.Of<Account>().Where(a => a.Id == person).Select(a => a.FullName).FirstOrDefaultAsync(cancellationToken) : null;
            return new(last.At, name ?? "");
        }
    }
}
