using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Reviews know the name that their writer chose.</summary>
internal sealed class PersonsOfReviews(MarketDb db, BuyersOrders orders) : IKnowPersons
{
    public Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InTheWay>>([]);

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        var ids = (await orders.OfAsync(person, cancellationToken)).Keys.ToList();
        foreach (var review in await db.Set<Review>().Where(r => ids.Contains(r.Order)).ToListAsync(cancellationToken))
            review.ForgetWriter();
        return [];
    }
}
