using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Questions;

/// <summary>What a buyer sees before she asks: of whom, about what, and what the market knows of her already.</summary>
internal static class AskSheet
{
    /// <inheritdoc cref="QuestionSubjects.OfAsync"/>
    internal sealed record Query(Actor Actor, Guid? Product, string? Order, string? OrderSecret, Guid? Part) : IQuery<View?>, IForAnyone;

    /// <param name="Cooperative">Its name.</param>
    /// <param name="Band">The id of its woven band.</param>
    /// <param name="Product">The product's name; empty where it is about an order.</param>
    /// <param name="Slug">The product's part of the address.</param>
    /// <param name="OrderCode">Empty where it is about a product.</param>
    /// <param name="IsAway">Whether nobody would read it at present.</param>
    /// <param name="OpensOn">When it opens again; null where it is open.</param>
    /// <param name="HasReach">Whether her account says how to write to her.</param>
    /// <param name="Name">What she is called, as far as is known.</param>
    /// <param name="Email">Where she is written to, as far as is known.</param>
    internal sealed record View(
        LocalizedText Cooperative, string Band, int BandTurn, LocalizedText Product, string Slug, string OrderCode, bool IsAway, DateOnly? OpensOn, bool HasReach, string Name, string Email);

    internal sealed class Handler(QuestionSubjects subjects, People people) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await subjects.OfAsync(query.Actor, query.Product, query.Order, query.OrderSecret, query.Part, cancellationToken) is not { } found)
                return null;
            var person = query.Actor.Person is { } me ? await people.ReachAsync(me, cancellationToken) : null;
            var coop = found.Cooperative;
            return new(
                coop.Name, coop.Id.ToString(), coop.BandTurn, found.Name, found.Slug, found.OrderCode, coop.State != SellerState.Approved, coop.OpensOn, person?.Email is not null,
                person?.Name ?? found.Buyer?.Name ?? "", person?.Email ?? found.Buyer?.Email ?? "");
        }
    }
}
