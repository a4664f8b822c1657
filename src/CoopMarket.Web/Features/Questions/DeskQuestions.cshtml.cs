using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Questions;

/// <summary>What buyers ask, at a desk.</summary>
internal sealed class DeskQuestionsModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public bool Answered { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public DeskQuestions.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new DeskQuestions.Query(Actor, Cooperative, Answered, Number));
    }
}
