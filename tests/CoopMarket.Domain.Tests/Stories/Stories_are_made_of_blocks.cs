using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CsCheck;

namespace CoopMarket.Domain.Tests.Stories;

public sealed class Stories_are_made_of_blocks
{
    private static readonly Guid One = Guid.Parse("0193f0a0-0000-7000-8000-000000000001");
    private static readonly Guid Two = Guid.Parse("0193f0a0-0000-7000-8000-000000000002");

    // Bits that mean something to the text, to Markdown or to nobody.
    private static readonly string[] Bits =
    [
        "a", "đoạn", " ", "  ", "\n", "\n\n", "\r\n", "\u2028", "> ", ">", "\n> x", "— ", "— Pâng", "![", "](", ")", "]", "[", @"\", @"\]", "![x](/photo/)", $"\n![chú thích](/photo/{One})\n",
        $"![](/voice/{One})", $"\n![](/video/youtube/abcdefghijk/{Two})", "![](/video/)", "![](/video/tiktok/@a.b/1234567)", $"\n![](/product/{Two})\n", "[//]: # (text)", "\n[//]: # (maker-who)\n",
        "[//]: # (nobody-asks)", "## Đầu", "- món", "<b>", "*", "\u202e", "\u00a0", "\t",
    ];

    private static readonly Gen<string> Typed = Gen.Int[0, Bits.Length - 1].Array[0, 14].Select(bits => string.Concat(bits.Select(b => Bits[b])));

    private static readonly Gen<StoryBlock> Block = Gen.OneOf(
        Gen.Select(Typed, Gen.Int[-1, StoryPatterns.Questions.Count - 1], (words, q) => (StoryBlock)TextBlock.Of(words, q < 0 ? null : StoryPatterns.Questions[q])),
        Gen.Select(Typed, Typed, (words, who) => (StoryBlock)QuoteBlock.Of(words, who)),
        Gen.Select(Gen.Bool, Typed, (has, caption) => (StoryBlock)PhotoBlock.Of(has ? new PhotoId(One) : null, caption)),
        Gen.Bool.Select(has => (StoryBlock)new VoiceBlock(has ? new RecordingId(Two) : null)),
        Gen.Bool.Select(has => (StoryBlock)new ProductBlock(has ? new ProductId(One) : null)),
        Gen.Select(Gen.Int[0, 4], Gen.Bool, Typed, (film, has, title) => (StoryBlock)VideoBlock.Of(Films![film], has ? new PhotoId(Two) : null, title)));

    private static Video?[] Films { get; } =
    [
        null, Video.Of(VideoSite.YouTube, "a-b_c123XYZ"), Video.Of(VideoSite.TikTok, "@co.ban_hang/7012345678901234567"), Video.Of(VideoSite.Facebook, "1234567890"), Video.Of(VideoSite.Facebook, "w/Ab_C-12"),
    ];

    [Fact]
    public void Blocks_that_are_written_are_read_again_as_the_same()
        => Block.Array[0, 8].Sample(blocks => StoryBlocks.Parse(StoryBlocks.Write(blocks)).ShouldBe(blocks), iter: 20_000);

    [Fact]
    public void Any_text_is_blocks_and_what_they_are_written_as_stays_as_it_is()
        => Typed.Sample(
            typed =>
            {
                var written = StoryBlocks.Write(StoryBlocks.Parse(typed));
                StoryBlocks.Write(StoryBlocks.Parse(written)).ShouldBe(written);
            },
            iter: 20_000);

    [Fact]
    public void No_word_is_lost_or_made_up()
        => Typed.Sample(typed => Letters(StoryBlocks.Write(StoryBlocks.Parse(typed))).ShouldBe(Letters(typed)), iter: 20_000);

    [Theory]
    [InlineData("")]
    [InlineData("Một đoạn.\n\n## Đầu đề\n\n- một\n- hai\n\nĐoạn cuối có [chỗ](/about).")]
    [InlineData("Chị bảo\n> thế này\nrồi thôi")]
    public void A_story_that_knew_no_blocks_is_one_block_of_text_and_stays_word_for_word(string told)
    {
        StoryBlocks.Parse(told).ShouldBe(told.Length == 0 ? [] : [TextBlock.Of(told)]);
        StoryBlocks.Write(StoryBlocks.Parse(told)).ShouldBe(told);
    }

    [Fact]
    public void Each_kind_has_its_line()
    {
        StoryBlock[] blocks =
        [
            TextBlock.Of("", "maker-who"), TextBlock.Of("Chị Pâng kể."), PhotoBlock.Of(new PhotoId(One), "Nồi [ủ]"), new VoiceBlock(new RecordingId(Two)),
            VideoBlock.Of(Films[1], new PhotoId(Two), "Lật tỏi"), QuoteBlock.Of("Ngày thứ ba thì hăng.\n\nCay mắt.", "chị Pâng"), new ProductBlock(new ProductId(One)),
        ];

        StoryBlocks.Write(blocks).ShouldBe(
            $"""
            [//]: # (maker-who)

            [//]: # (text)

            Chị Pâng kể.

            ![Nồi \[ủ\]](/photo/{One})

            ![](/voice/{Two})

            ![Lật tỏi](/video/youtube/a-b_c123XYZ/{Two})

            > Ngày thứ ba thì hăng.
            >
            > Cay mắt.
            >
            > — chị Pâng

            ![](/product/{One})
            """.ReplaceLineEndings("\n"));
        StoryBlocks.Readable(StoryBlocks.Write(blocks)).ShouldBe("Chị Pâng kể.\n\nNồi [ủ]\n\nLật tỏi\n\nNgày thứ ba thì hăng.\n\nCay mắt.\n\n— chị Pâng");
        StoryBlocks.ToTranslate(StoryBlocks.Write(blocks[..3])).ShouldBe($"Chị Pâng kể.\n\n![Nồi \\[ủ\\]](/photo/{One})");
        StoryBlocks.ProductsIn(StoryBlocks.Write(blocks)).ShouldBe([new ProductId(One)]);
    }

    [Fact]
    public void A_text_that_looks_like_another_block_stays_text()
    {
        var text = TextBlock.Of($"Trước\n\n> nói\n\n![x](/photo/{One})\n[//]: # (text)");
        StoryBlocks.Parse(StoryBlocks.Write([text])).ShouldBe([text]);
        text.Words.ShouldBe($"Trước\n\n\\> nói\n\n\\![x](/photo/{One})\n\\[//]: # (text)");
    }

    [Fact]
    public void What_names_nothing_that_could_be_there_is_text()
        => StoryBlocks.Parse("![a](/photo/khong-co)\n![b](/video/vimeo/123)\n![c](https://x.test/a.jpg)\n  ![d](/photo/)\n[//]: # (ai-hoi)").ShouldHaveSingleItem().ShouldBeOfType<TextBlock>();

    [Fact]
    public void A_text_comes_apart_into_its_paragraphs()
    {
        var text = TextBlock.Of("Một\nhai\n\n\n## Ba\n\nbốn", "thing-how");
        text.Paragraphs().ShouldBe([TextBlock.Of("Một\nhai", "thing-how"), TextBlock.Of("## Ba"), TextBlock.Of("bốn")]);
    }

    [Fact]
    public void A_block_is_found_again_where_others_moved_it()
    {
        StoryBlock[] blocks = [TextBlock.Of("một"), TextBlock.Of("hai"), StoryBlock.Empty(BlockKind.Photo), StoryBlock.Empty(BlockKind.Photo)];
        StoryBlocks.Find(blocks, 0, StoryBlocks.Print(TextBlock.Of("hai"))).ShouldBe(1);
        StoryBlocks.Find(blocks, 3, StoryBlocks.Print(StoryBlock.Empty(BlockKind.Photo))).ShouldBe(3);
        StoryBlocks.Find(blocks, 0, StoryBlocks.Print(StoryBlock.Empty(BlockKind.Photo))).ShouldBeNull("either could be meant");
        StoryBlocks.Find(blocks, -1, StoryBlocks.Print(TextBlock.Of("ba"))).ShouldBeNull();
    }

    [Fact]
    public void Each_pattern_asks_three_questions_and_says_nothing_by_itself()
    {
        StoryPatterns.All.Count.ShouldBe(3);
        StoryPatterns.Questions.ShouldBeUnique();
        foreach (var pattern in StoryPatterns.All)
        {
            var text = StoryBlocks.Write(StoryPatterns.Blocks(pattern));
            StoryBlocks.Parse(text).OfType<TextBlock>().Select(t => t.Question).ShouldBe(StoryPatterns.Of(pattern));
            StoryBlocks.Readable(text).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Places_for_what_is_not_there_yet_make_no_story()
    {
        var now = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
        var story = Story.Begin(new(One), new(Two), "nhap", now);
        story.Write(new("Tên"), LocalizedText.Empty, new(StoryBlocks.Write(StoryPatterns.Blocks("maker"))), null, [], now);
        story.GoLive("ten", now).ShouldBeOfType<StoryUnfinished>();
    }

    // What people wrote, without spaces and the signs by which blocks are told apart.
    private static string Letters(string text) => string.Concat(text.Replace("[//]: # (text)", "", StringComparison.Ordinal).Where(c => char.IsLetterOrDigit(c)));
}
