using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Whoever asked writes once more.</summary>
internal static class WriteToCooperative
{
    /// <param name="Secret">Out of the address; null where she is signed in.</param>
    internal sealed record Command(Actor Actor, string Code, string? Secret, string? FormKey, string? Words, bool Sure, IReadOnlyList<string>? Kept) : ICommand, IForAnyone, ILetter;

    internal sealed class Validator : LetterValidator<Command>;

    internal sealed class Handler(QuestionFile file, Cooperatives cooperatives, Pen pen) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OfBuyerAsync(command.Actor, command.Code, command.Secret, cancellationToken) is not { } found)
                return new NotFound();
            if (await cooperatives.OneAsync(found.Cooperative, cancellationToken) is not { State: SellerState.Approved })
                return new CooperativeIsAway();
            return await pen.WriteAsync(found, QuestionSide.Buyer, command, command.Actor, cancellationToken);
        }
    }
}
