using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer asks the cooperative to take something back.</summary>
internal static class AskReturn
{
    internal sealed class Form
    {
        /// <summary>How many, by the line's id.</summary>
        public Dictionary<string, string> Pieces { get; set; } = [];

        public string? Reason { get; set; }

        public string? Words { get; set; }

        public bool IsUnopened { get; set; }
    }

    /// <param name="Pieces">How many, by the line's id.</param>
    internal sealed record Command(
        Actor Actor, string OrderCode, string? OrderSecret, SellerOrderId Part, IReadOnlyDictionary<string, string> Pieces, string Reason, string Words, bool IsUnopened)
        : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Pieces).Must(ReturnPieces.AreGood).WithMessage("orders.return.pieces.flaw");
            RuleFor(c => c.Reason).Must(r => Enum.TryParse<ReturnReason>(r, out var reason) && reason.ToString() == r && reason != ReturnReason.Withdrawal).WithMessage("orders.return.reason.flaw");
            RuleFor(c => c.Words).Must(w => Typed.IsTextOrNone(w, Return.MostWords, severalLines: true)).WithMessage("orders.return.words.flaw").WithState(_ => Typed.Most(Return.MostWords));
        }
    }

    internal sealed class Handler(MarketDb db, OrderDrawer drawer, Returns returns, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is not { } order || order.Part(command.Part) is not { } part)
                return new NotFound();
            var before = (await returns.OfOrderAsync(order.Id, cancellationToken)).FindAll(r => r.SellerOrder == part.Id);
            var plan = new ReturnPlan(ReturnPieces.Of(command.Pieces, part.Lines), Enum.Parse<ReturnReason>(command.Reason), Typed.Clean(command.Words, severalLines: true), command.IsUnopened);
            var asked = order.AskReturn(ids.New<ReturnId>(), part.Id, plan, before, time.Now());
            if (!asked.IsDone)
                return asked.Refusal!;
            db.Add(asked.Value);
            return Outcome.Done;
        }
    }
}
