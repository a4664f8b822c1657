using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The cooperative can't send some of a line: its stock goes back, the buyer reads why.</summary>
internal static class DeclineLine
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 200;

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, OrderLineId Line, int Quantity, string Reason)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Line.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).InclusiveBetween(1, Basket.MostOfOne).WithMessage("orders.decline.quantity").WithState(_ => new object[] { Basket.MostOfOne });
            RuleFor(c => c.Reason).Must(r => Typed.IsText(r, MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(MostReason));
        }
    }

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order
                || order.Part(command.Part)!.Lines.FirstOrDefault(l => l.Id == command.Line) is not { } line)
                return new NotFound();
            var outcome = order.Decline(command.Part, command.Line, command.Quantity, Typed.Clean(command.Reason), time.Now());
            if (outcome.IsDone)
                await drawer.GiveBackAsync(order, [(line, command.Quantity)], cancellationToken);
            return outcome;
        }
    }
}
