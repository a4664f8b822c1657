using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Keeps what was typed on one screen of an application, finished or not, and says what that screen still lacks. The first save
/// begins the application.
/// </summary>
internal static class SaveApplication
{
    /// <summary>What the screens ask; each sends its own part.</summary>
    internal sealed record Form
    {
        public SellerKind? Kind { get; set; }

        public string? Name { get; set; }

        public string? EnglishName { get; set; }

        public string? LegalName { get; set; }

        public string? TaxCode { get; set; }

        public string? Representative { get; set; }

        public string? Province { get; set; }

        public string? CommuneCode { get; set; }

        public string? Commune { get; set; }

        public string? Village { get; set; }

        public string? Phone { get; set; }

        public string? BankBin { get; set; }

        public string? BankAccount { get; set; }

        public string? BankAccountName { get; set; }

        public string? Makes { get; set; }

        public bool Agreed { get; set; }
    }

    /// <param name="Actor">The applicant.</param>
    /// <param name="Step">The screen.</param>
    /// <param name="Typed">What stands on it.</param>
    internal sealed record Command(Actor Actor, ApplyStep Step, Form Typed) : ICommand<Outcome<Saved>>, IForPerson;

    /// <param name="At">UTC.</param>
    /// <param name="Lacks">What the screen still lacks; empty when it is done.</param>
    internal sealed record Saved(DateTimeOffset At, IReadOnlyList<Flaw> Lacks);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Step).IsInEnum().WithMessage("shared.unreadable");
            RuleFor(c => c).Custom((command, context) =>
            {
                foreach (var flaw in ApplicationReading.Flaws(command.Typed))
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(flaw.Path, flaw.Key) { CustomState = flaw.Args });
            });
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids, TakenNames names, People people) : IRequestHandler<Command, Outcome<Saved>>
    {
        public async Task<Outcome<Saved>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await people.HoldAsync(command.Actor.Me, cancellationToken))
                return new AccountIsErased();
            var now = time.Now();
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.OpenFor == command.Actor.Me, cancellationToken);
            if (application is null)
                db.Add(application = SellerApplication.Begin(ids.New<SellerApplicationId>(), command.Actor.Me, now));

            var details = ApplicationReading.Read(application.Details, command.Step, command.Typed);
            if (application.Save(details, command.Actor.Me, now) is { } refusal)
                return refusal;
            var taken = command.Step == ApplyStep.Names && await names.AnotherHasAsync(application, [], cancellationToken);
            if (application.State != ApplicationState.Draft)
            {
                if (taken)
                    return new NameLooksTaken();
                await names.TakeAsync(application, [], cancellationToken);
            }

            List<Flaw> lacks = [.. SellerCheck.Flaws(details, command.Step)];
            if (taken)
                lacks.Add(new(nameof(Form.Name), "refusal.NameLooksTaken"));
            return new Saved(now, lacks);
        }
    }
}
