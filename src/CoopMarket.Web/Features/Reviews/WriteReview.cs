using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Questions.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A buyer says what she thinks of a line that she received, or says it anew. Her order's link is enough.</summary>
internal static class WriteReview
{
    internal sealed class Form
    {
        public string? Stars { get; set; }

        public string? Words { get; set; }

        public string? Name { get; set; }

        /// <summary>Set once she was warned.</summary>
        public bool Sure { get; set; }
    }

    /// <param name="Sure">Whether its writer was warned that it leads out of the market, and means it.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, OrderLineId Line, string? Stars, string? Words, string? Name, bool Sure = false)
        : ICommand<Outcome<ReviewId>>, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Stars).Must(Typed.IsStars).WithMessage("reviews.stars.flaw");
            RuleFor(c => c.Words).Must(w => Typed.IsTextOrNone(w, Review.MostWords)).WithMessage("reviews.words.flaw").WithState(_ => (object[])[Review.MostWords]);
            RuleFor(c => c.Name).Must(Typed.IsName).WithMessage("reviews.name.flaw").WithState(_ => (object[])[Review.MostName]);
        }
    }

    internal sealed class Handler(MarketDb db, ReviewDrawer drawer, ReceivedLines lines, Memberships memberships, OutsideWarning outside, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<ReviewId>>
    {
        public async Task<Outcome<ReviewId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await lines.OfAsync(command.OrderCode, command.Line, cancellationToken) is not { } line)
                return new NotFound();
            if (await IsOwnAsync(command.Actor.Person, line.Cooperative, cancellationToken) || await IsOwnAsync(line.Buyer, line.Cooperative, cancellationToken))
                return new OwnGoods();
            var said = new ReviewPlan(command.Stars![0] - '0', Typed.Clean(command.Words, Review.MostWords), Typed.Clean(command.Name, Review.MostName, severalLines: false), Languages.Current);
            if (outside.Read(said.Words, command.Sure) is { IsDone: false } warned)
                return warned.Refusal!;
            var by = command.Actor.ToString();
            if (await drawer.OfLineAsync(line.Line, cancellationToken) is { } before)
                return before.Change(said, by, time.Now()) is { IsDone: false } no ? no.Refusal! : before.Id;
            var of = new ReceivedLine(line.Line, line.Order, line.Cooperative, line.Product, line.ProductName, line.ArrivedAt);
            var written = Review.Write(ids.New<ReviewId>(), of, said, by, time.Now());
            if (!written.IsDone)
                return written.Refusal!;
            db.Add(written.Value);
            return written.Value.Id;
        }

        private async Task<bool> IsOwnAsync(PersonId? person, CooperativeId cooperative, CancellationToken cancellationToken)
            => person is { } member && await memberships.AllowsAsync(member, cooperative, DeskRoles.Any, cancellationToken);
    }
}
