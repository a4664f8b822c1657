using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>Finds a cooperative's payments and its members; what belongs to another is not there.</summary>
internal sealed class MemberPayments(MarketDb db)
{
    /// <summary>The payment, to be changed; null where the cooperative has none of that id.</summary>
    public Task<MemberPayment?> OneAsync(CooperativeId cooperative, MemberPaymentId payment, CancellationToken cancellationToken)
        => db.Set<MemberPayment>().FirstOrDefaultAsync(p => p.Id == payment && p.Cooperative == cooperative, cancellationToken);

    /// <summary>The member, to be changed; null where the cooperative has none of that id.</summary>
    public Task<Producer?> MemberAsync(CooperativeId cooperative, ProducerId member, CancellationToken cancellationToken)
        => db.Set<Producer>().FirstOrDefaultAsync(p => p.Id == member && p.Cooperative == cooperative, cancellationToken);

    /// <summary>Lets nobody else pay her until the running transaction ends: what she is owed stays true meanwhile.</summary>
    public Task LockAsync(ProducerId member, CancellationToken cancellationToken)
        => db.Set<Producer>().Where(p => p.Id == member).ExecuteUpdateAsync(set => set.SetProperty(p => p.LinkMadeAt, p => p.LinkMadeAt), cancellationToken);
}
