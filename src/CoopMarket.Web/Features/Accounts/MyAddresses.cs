using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person's address book.</summary>
internal static class MyAddresses
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<KeptAddress>>, IForPerson;

    internal sealed class Handler(AddressBook book) : IRequestHandler<Query, IReadOnlyList<KeptAddress>>
    {
        public Task<IReadOnlyList<KeptAddress>> Handle(Query query, CancellationToken cancellationToken) => book.OfAsync(query.Actor.Me, cancellationToken);
    }
}
