using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>A buyer asks a cooperative, with or without an account. One form makes one thread, however often it is sent.</summary>
internal static class AskCooperative
{
    internal sealed class Form : MessageForm
    {
        public Guid? Product { get; set; }

        public string? Order { get; set; }

        public Guid? Part { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }
    }

    /// <param name="OrderSecret">Out of the reader's cookie.</param>
    internal sealed record Command(
        Actor Actor, Guid? Product, string? Order, string? OrderSecret, Guid? Part, string? Name, string? Email, string? FormKey, string? Words, bool Sure, IReadOnlyList<string>? Kept)
        : ICommand<Outcome<Asked>>, IForAnyone, ILetter
    {
        public static Command Of(Actor actor, Form form, string? orderSecret)
            => new(actor, form.Product, form.Order, orderSecret, form.Part, form.Name, form.Email, form.FormKey, form.Words, form.Sure, form.Kept);
    }

    /// <param name="Code">The reference.</param>
    /// <param name="Secret">Opens it.</param>
    internal sealed record Asked(string Code, string Secret);

    internal sealed class Validator : LetterValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsKept("questions", Question.MostName, severalLines: false, "questions.flaw.name");
            // Who has an account, or an order whose page she keeps, is reached without.
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null)
                .When(c => !string.IsNullOrWhiteSpace(c.Email) || (c.Actor.IsGuest && string.IsNullOrWhiteSpace(c.Order))).WithMessage("questions.flaw.email");
        }
    }

    internal sealed class Handler(MarketDb db, QuestionFile file, QuestionSubjects subjects, Pen pen, People people, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Asked>>
    {
        public async Task<Outcome<Asked>> Handle(Command command, CancellationToken cancellationToken)
        {
            var before = db.Set<QuestionMessage>().Where(m => m.FormKey == command.FormKey && m.Number == 1).Select(m => m.Question);
            if (await db.Set<Question>().AsNoTracking().FirstOrDefaultAsync(q => before.Contains(q.Id), cancellationToken) is { } first)
                return new Asked(first.Code, file.Open(first));
            if (command.Actor.Person is { } person && !await people.HoldAsync(person, cancellationToken))
                return new AccountIsErased();
            if (await subjects.OfAsync(command.Actor, command.Product, command.Order, command.OrderSecret, command.Part, cancellationToken) is not { } about)
                return new NotFound();
            if (about.Cooperative.State != SellerState.Approved)
                return new CooperativeIsAway();
            var draft = pen.Draft(command);
            if (!draft.IsDone)
                return draft.Refusal!;
            var secret = ids.Secret();
            var (hash, seal) = file.Keep(secret);
            var question = Question.Ask(
                ids.New<QuestionId>(),
                new(
                    PublicCode.From(ids.Random(5)).Value, about.Cooperative.Id, about.Product, about.Name, about.Slug, about.OrderCode, TypedTexts.Kept(command.Name, Question.MostName, severalLines: false),
                    MailAddresses.Read(command.Email) ?? "", Languages.Current, command.Actor.Person, hash, seal),
                draft.Value, command.Actor.ToString(), time.Now());
            db.Add(question);
            return new Asked(question.Code, secret);
        }
    }
}
