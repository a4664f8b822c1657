using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>
/// The buyer goes to pay by card. The gateway is asked outside of any transaction: what is about to be asked is written down before,
/// and what it answered, also nothing, after. Whatever dies in between is looked up by <see cref="LookAfterCards"/>.
/// </summary>
internal static class PayByCard
{
    /// <param name="Language">Of the pages that she comes back to.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, string Language) : ICommand<Outcome<Uri>>, IForGuestOf, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(IMediator mediator, StripeCards cards, StripeSettings settings, MarketSettings market) : IRequestHandler<Command, Outcome<Uri>>
    {
        private static readonly Actor Job = Actor.Job("cards");

        public async Task<Outcome<Uri>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.IsOffered)
                return new CardsRefused();
            var begun = await mediator.Send(new BeginCard.Command(request.Actor, request.OrderCode, request.OrderSecret), cancellationToken);
            if (!begun.IsDone)
                return begun.Refusal!;
            if (begun.Value.Page is { } open)
                return new Uri(open);

            // Whoever leaves now leaves with the question asked: its answer is still written down.
            var answer = await cards.OpenAsync(Order(begun.Value, request.Language), CancellationToken.None);
            await mediator.Send(new RecordCard.Command(Job, begun.Value.Attempt, answer), CancellationToken.None);
            return answer switch
            {
                CardAnswer.Opened opened => new Uri(opened.Page),
                CardAnswer.Refused => new CardsRefused(),
                _ => new CardUncertain(),
            };
        }

        private CardOrder Order(BeginCard.Begun begun, string language)
        {
            var till = $"{market.PublicUrl}{Languages.Prefix(language)}/orders/{begun.Code}/card";
            return new(begun.Attempt, begun.Code, begun.Charged, $"CoopMarket · {begun.Code}", language, $"{till}?back=true", till, begun.ClosesAt);
        }
    }
}
