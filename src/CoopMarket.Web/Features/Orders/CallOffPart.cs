using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// An admin calls off what a cooperative that may not sell has not sent: nobody at its desk can decline it any more. For the buyer, the
/// stock and the books it is as if the cooperative had declined every line.
/// </summary>
internal static class CallOffPart
{
    /// <param name="Reason">What the buyer reads.</param>
    internal sealed record Command(Actor Actor, string Code, SellerOrderId Part, string Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => PublicCode.TryParse(Code, out var code) ? code.Value : "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
            => RuleFor(c => c.Reason).Must(r => Typed.IsText(r, DeclineLine.MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(DeclineLine.MostReason));
    }

    internal sealed class Handler(OrderDrawer drawer, Cooperatives cooperatives, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(command.Code, cancellationToken) is not { } order || order.Part(command.Part) is not { } part)
                return new NotFound();
            if (order.Buyer is { } buyer && buyer == command.Actor.Person)
                return new OwnAffair();
            if (await own.RefuseAsync(command.Actor, part.Cooperative, cancellationToken) is { } hers)
                return hers;
            if (!part.IsOverdue(time.Now()) && (await cooperatives.OneAsync(part.Cooperative, cancellationToken))?.State == SellerState.Approved)
                return new SellerIsAtWork();
            List<(OrderLine, int)> left = [.. part.Lines.Where(l => l.Left > 0).Select(l => (l, l.Left))];
            var outcome = order.CallOff(part.Id, Typed.Clean(command.Reason), time.Now());
            if (outcome.IsDone)
                await drawer.GiveBackAsync(order, left, cancellationToken);
            return outcome;
        }
    }
}
