using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>Writes all words anew: after categories were renamed, or when the rules of reading changed.</summary>
internal static class RebuildSearch
{
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, IndexWords words, Findables findables) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.Set<SearchWord>().ExecuteDeleteAsync(cancellationToken);
            await db.Set<SearchWay>().ExecuteDeleteAsync(cancellationToken);
            var (products, cooperatives, stories) = await findables.AllAsync(cancellationToken);
            await words.ProductsAsync(products, cancellationToken);
            await words.CooperativesAsync(cooperatives, cancellationToken);
            await words.StoriesAsync(stories, cancellationToken);
            return Outcome.Done;
        }
    }
}
